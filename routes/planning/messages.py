"""Every text a plan says, in both languages, by code. Names of spaces and groups are filled in as they are."""

from typing import Any

from geo.texts import Text

TEXTS: dict[str, Text] = {
    # --- what a request gets wrong
    "unknown_age_group": Text("ไม่รู้จักกลุ่มวัย {id} เลือกได้: {known}", "There is no age group {id}. Known: {known}."),
    "unknown_need": Text("ไม่รู้จักความต้องการ {id} เลือกได้: {known}", "There is no need {id}. Known: {known}."),
    "unknown_theme": Text("ไม่รู้จักหัวข้อ {id} เลือกได้: {known}", "There is no theme {id}. Known: {known}."),
    "unknown_place": Text("ไม่พบจุดหรือสถานที่ {id}", "There is no gateway or space {id}."),
    "unknown_must": Text("{id} ไม่ใช่สถานที่ที่แวะเรียนรู้ได้", "{id} is no space that can be a stop."),
    "unknown_story": Text("ไม่พบเรื่องเล่า {id}", "There is no story {id}."),
    "no_gateway": Text("ยังไม่มีจุดเริ่มต้นในระบบ ให้ระบุ start", "No gateway is known yet: name a start."),
    "outside_service_area": Text(
        "{field} อยู่นอกพื้นที่ให้บริการ (จังหวัดพัทลุง)", "{field} lies outside the service area (Phatthalung)."
    ),
    "no_bicycle": Text("กลุ่มนี้ไม่มีความเร็วจักรยานที่ใช้วางแผนได้: {who_th}", "No cycling speed is known for: {who_en}."),
    "fewer_people_than_groups": Text(
        "มี {people} คน แบ่งเป็น {groups} กลุ่มไม่ได้", "{people} people cannot make {groups} groups."
    ),
    "groups_do_not_fit": Text(
        "สถานที่รับทุกกลุ่มในเวลานี้ไม่ได้ ลองลดจำนวนกลุ่มหรือเพิ่มเวลา",
        "There is not room for all groups in this time: try fewer groups or more time.",
    ),
    "unknown_outcome": Text("ไม่รู้จักผลการเรียนรู้ {id}", "There is no outcome {id}."),
    "outcome_not_covered": Text(
        "ไม่มีสถานที่ใดที่ไปถึงได้แล้วได้ผลการเรียนรู้ {outcome}", "No space within reach covers the outcome {outcome}."
    ),
    "story_not_located": Text(
        "ทราบตำแหน่งผนังของเรื่องนี้ {known} แห่ง เดินตามเรื่องได้เมื่อทราบ {wanted} แห่งในระยะ {metres} ม.",
        "{known} walls of this story have a known position; it can be walked once {wanted} within {metres} m have.",
    ),
    "unknown_itinerary": Text("ไม่มีเส้นทางรหัสนี้แล้ว ขอใหม่โดยไม่ใส่ itinerary", "The request leads to no such itinerary now."),
    # --- no stop
    "no_stop": Text(
        "ไม่มีสถานที่ใดที่ไปได้ตามเงื่อนไขนี้ ลองทางเลือกด้านล่าง", "No space can be reached on these terms. See what does work."
    ),
    "nothing_surveyed": Text(
        "ยังไม่มีสถานที่ใดที่สำรวจแล้วว่าไม่มีสิ่งกีดขวาง ลองแบบ “เลี่ยงบันไดเท่าที่ทราบ” (access=prefer)",
        "No space has been surveyed as step-free yet. Try what is step-free as far as known (access=prefer).",
    ),
    "musts_do_not_fit": Text(
        "ไม่มีเส้นทางที่แวะครบทุกแห่งที่กำหนด: {names_th}", "No route keeps all limits and stops at: {names_en}."
    ),
    "end_too_far": Text("ไปถึงจุดสิ้นสุดไม่ทันเวลา", "The end cannot be reached in time."),
    # --- why a space was left out
    "omitted_avoided": Text("ขอเลี่ยงไว้", "You asked to avoid it."),
    "omitted_gone": Text("ภาพไม่มีแล้วหรือยังไม่ได้วาด", "The painting is gone, or not painted yet."),
    "omitted_not_accessible": Text("ทราบว่ารถเข็นเข้าไม่ได้", "Known not to be accessible by wheelchair."),
    "omitted_steps": Text("ทราบว่ามีบันไดและไม่มีทางลาด", "Known to have steps and no ramp."),
    "omitted_not_surveyed": Text("ยังไม่มีใครสำรวจการเข้าถึง", "Nobody has surveyed its accessibility."),
    "omitted_capacity": Text(
        "รับได้ {capacity} คน แต่กลุ่มมี {people} คน", "It holds {capacity} people; the group has {people}."
    ),
    "omitted_no_groups": Text("ไม่รับหมู่คณะ", "It takes no school-sized groups."),
    "omitted_no_toilet": Text("ทราบว่าไม่มีห้องน้ำ", "It is known to have no toilet."),
    "omitted_no_seats": Text("ทราบว่าไม่มีที่นั่งพัก", "It is known to have no seats."),
    "omitted_no_shade": Text("ทราบว่าไม่มีร่มเงา", "It is known to have no shade."),
    "omitted_not_located": Text(
        "ยังไม่ทราบตำแหน่งแน่ชัด (± {metres} ม.)", "Its position is not known well enough (± {metres} m)."
    ),
    "omitted_not_for_age": Text("ยังไม่ได้จัดไว้สำหรับกลุ่มวัยนี้", "It is not meant for everybody in this party."),
    "omitted_closed": Text("ปิดในช่วงเวลานี้", "It is closed at that time."),
    "omitted_barrier": Text("ไปแบบไม่มีสิ่งกีดขวางไม่ได้ ติด{what_th}", "No step-free way leads there: {what_en}."),
    "omitted_too_far": Text("ไกลเกินไปสำหรับเวลาและกลุ่มนี้", "It is too far for this time and party."),
    "omitted_way_closed": Text("ทางที่ไปถึงปิดอยู่: {what_th}", "The way there is closed: {what_en}."),
    "omitted_ranked_lower": Text(
        "มีที่เหมาะกว่าอีก {most} แห่ง จึงไม่ได้นำมาพิจารณา", "{most} others suit better, so it was not looked at."
    ),
    "omitted_not_in_best": Text(
        "เวลาไม่พอถ้าจะแวะด้วย เส้นทางนี้ได้เรียนรู้มากกว่า", "There is no time for it as well: this route offers more."
    ),
    "omitted_as_good": Text("มีอีกเส้นทางที่แวะที่นี่ได้และดีเท่ากัน", "Another route stops there and is as good."),
    "omitted_by_leg_too_long": Text("ต้องเดินช่วงเดียวไกลเกินไปสำหรับกลุ่มนี้", "One walk to it is too long for this party."),
    "omitted_by_ride_too_long": Text("ต้องนั่งรถนานเกินไปสำหรับกลุ่มนี้", "The ride to it is too long for this party."),
    "omitted_by_session": Text("ต้องเดินและชมต่อเนื่องนานเกินไป", "Walking and visiting would go on too long."),
    "omitted_by_walk_total": Text("ต้องเดินรวมไกลเกินไปสำหรับกลุ่มนี้", "It takes too much walking for this party."),
    "omitted_by_budget": Text("ไปแล้วกลับไม่ทันเวลา", "There is no time to go there and back."),
    "omitted_by_several": Text("ติดข้อจำกัดหลายข้อพร้อมกัน", "More than one limit stands in the way."),
    "omitted_by_no_way": Text("ไม่มีทางไปถึง", "No way leads there."),
    "omitted_by_not_together": Text("แวะร่วมกับที่อื่นในเส้นทางไม่ได้", "It cannot be combined with the stops that are needed."),
    "omitted_costs_points": Text("ถ้าแวะจะเสียคะแนนรวม {points} คะแนน", "A stop there would cost {points} points."),
    # --- why a space is a stop
    "why_must": Text("ขอแวะไว้", "you asked for it"),
    "why_theme": Text("ตรงกับหัวข้อ “{theme_th}”", "on the theme “{theme_en}”"),
    "why_any_theme": Text("เหมาะกับกลุ่มวัยนี้", "suits this age"),
    "why_open": Text("เปิดในเวลาที่ไปถึง", "open when you get there"),
    "why_verified": Text("มีผู้สำรวจยืนยันแล้ว", "verified on site"),
    "why_offering": Text("มีสินค้าหรือบริการของชุมชน", "local makers offer something there"),
    "why_accessible": Text("ทราบว่าเข้าถึงได้", "known to be accessible"),
    # --- warnings
    "clipped_to_group_limit": Text(
        "ขอเวลา {asked} นาที แต่{whose_th}ควรออกนอกสถานที่ไม่เกิน {limit} นาที จึงวางแผนไว้เท่านี้",
        "{asked} minutes were asked for; planned are {limit}, the most that {whose_en} should be out.",
    ),
    "estimated": Text(
        "ระยะทางโดยประมาณ ยังไม่ได้สำรวจ ควรเดินดูเส้นทางก่อนพากลุ่มไป",
        "Estimated, not surveyed: walk it before you take a group.",
    ),
    "way_closed": Text(
        "มีทางปิด ({what_th}) เส้นทางนี้จึงอ้อม ไกลขึ้น {metres} ม.",
        "A way is closed ({what_en}): the route goes round it and is {metres} m longer.",
    ),
    "short": Text("มีที่แวะเพียง {n} แห่ง ดูทางเลือกอื่นด้านล่าง", "Only {stops}: see other choices below."),
    "hours_unknown": Text(
        "ยังไม่ทราบเวลาเปิดของ {n} แห่ง โทรถามก่อนไป", "Opening hours not known at {stops}: call before you go."
    ),
    "access_unknown": Text("ยังไม่ทราบการเข้าถึงของ {n} แห่ง โทรถามก่อน", "Accessibility not known at {stops}: call first."),
    "unlocated_stop": Text(
        "ยังไม่ทราบตำแหน่งแน่ชัดของ “{name_th}” (± {metres} ม.)", "The position of “{name_en}” is not known (± {metres} m)."
    ),
    "must_not_for_age": Text(
        "“{name_th}” ยังไม่ได้จัดไว้สำหรับทุกคนในกลุ่ม แต่ขอแวะไว้",
        "“{name_en}” is not meant for everybody in this party, but you asked for it.",
    ),
    "no_toilet": Text("“{name_th}” ไม่มีห้องน้ำ แต่ขอแวะไว้", "“{name_en}” has no toilet, but you asked for it."),
    "no_seats": Text("“{name_th}” ไม่มีที่นั่งพัก แต่ขอแวะไว้", "“{name_en}” has no seats, but you asked for it."),
    "no_shade": Text("“{name_th}” ไม่มีร่มเงา แต่ขอแวะไว้", "“{name_en}” has no shade, but you asked for it."),
    "steps": Text("“{name_th}” มีบันได", "“{name_en}” has steps."),
    "midday_heat": Text(
        "อยู่กลางแจ้งช่วง 11:30–14:00 น. ที่ “{name_th}” และยังไม่ทราบว่ามีร่มเงา",
        "Outdoors between 11:30 and 14:00 at “{name_en}”, where shade is not known.",
    ),
    "holiday": Text(
        "ตรงกับวันหยุด {holiday_th} ควรโทรถามก่อน", "It is a public holiday ({holiday_en}): call before you go."
    ),
    "after_dark": Text("มีช่วงที่อยู่ข้างนอกก่อน 06:00 หรือหลัง 18:30 น.", "Part of the route is before 06:00 or after 18:30."),
    "seats_unknown": Text(
        "ควรมีที่นั่งพักทุก {metres} ม. แต่ยังไม่ทราบว่ามีที่ใดบ้าง",
        "A seat is wanted every {metres} m; where there are any is not known.",
    ),
    "accompanied": Text("เด็กกลุ่มนี้ต้องมีผู้ใหญ่ไปด้วยตลอดทาง", "These children must be accompanied all the way."),
    "ride_assumed": Text(
        "ช่วงนั่งรถคิดที่ 30 กม./ชม. บวกเวลาขึ้นลงครั้งละ {boarding} นาที เป็นค่าสมมติ",
        "Rides are reckoned at 30 km/h and {boarding} minutes of boarding: an assumption.",
    ),
    "ride_by_streets": Text(
        "ช่วงนั่งรถคิดตามถนนและชนิดของถนน บวกเวลาขึ้นลงครั้งละ {boarding} นาที ความเร็วเป็นค่าสมมติ",
        "Rides follow the streets, at speeds assumed for each kind of street, and {boarding} minutes of boarding.",
    ),
    "room_assumed": Text(
        "ยังไม่ทราบว่าแต่ละแห่งรับได้กี่คน วางแผนไว้แห่งละ {room} คน: {names_th}",
        "How many people fit is not known; planned with {room} at once at: {names_en}.",
    ),
    "people_assumed": Text(
        "ไม่ได้บอกจำนวนคน วางแผนไว้กลุ่มละ {people} คน", "Nobody said how many go: planned with {people} in each group."
    ),
    "head_counts": Text(
        "เผื่อเวลานับคนก่อนออกจากแต่ละแห่ง {minutes} นาที",
        "{minutes} minutes to count heads before leaving each stop are included.",
    ),
    "toilet_far": Text(
        "“{name_th}” ไม่มีห้องน้ำ ห้องน้ำถัดไปอยู่ที่ {next_th}", "“{name_en}” has no toilet; the next is at {next_en}."
    ),
    "search_cut": Text("ค้นหาไม่ครบในเวลาที่มี อาจมีเส้นทางที่ดีกว่า", "The search was cut short: a better route may exist."),
    # --- ask before you go
    "ask": Text("{name_th}: {topics_th}", "{name_en}: ask about {topics_en}"),
    "ask_hours": Text("เปิดกี่โมง ปิดกี่โมง", "opening hours"),
    "ask_appointment": Text("ต้องนัดล่วงหน้า", "making an appointment (it is needed)"),
    "ask_access": Text("รถเข็นหรือผู้เดินไม่สะดวกเข้าได้หรือไม่", "access for wheelchairs and people who walk with difficulty"),
    "ask_steps": Text("มีบันไดกี่ขั้น มีราวจับหรือไม่", "the number of steps and handrails"),
    "ask_toilet": Text("มีห้องน้ำหรือไม่", "toilets"),
    "ask_seats": Text("มีที่นั่งพักหรือไม่", "seats"),
    "ask_shade": Text("มีร่มเงาหรือไม่", "shade"),
    "ask_capacity": Text("รับ {people} คนพร้อมกันได้หรือไม่", "room for {people} people at once"),
    "ask_groups": Text("รับคณะนักเรียนหรือไม่", "school groups"),
    # --- offers
    "offer_start": Text("เริ่มที่ {name_th} แวะได้ {n} แห่ง", "Start at {name_en}: {stops}"),
    "offer_mode": Text("เดินและนั่งรถช่วงที่ไกล แวะได้ {n} แห่ง", "Walk, and ride where it is far: {stops}"),
    "offer_theme": Text("เปลี่ยนหัวข้อเป็น “{name_th}” แวะได้ {n} แห่ง", "The theme “{name_en}” instead: {stops}"),
    "offer_themes": Text("ทุกหัวข้อ แวะได้ {n} แห่ง", "Any theme: {stops}"),
    "offer_anything": Text("เริ่มที่ {name_th} ทุกหัวข้อ แวะได้ {n} แห่ง", "Start at {name_en}, on any theme: {stops}"),
    "offer_depart": Text("ออกเดินทาง {when_th} แวะได้ {n} แห่ง", "Leave on {when_en}: {stops}"),
    "offer_minutes": Text("ใช้เวลา {minutes} นาที แวะได้ {n} แห่ง", "Take {minutes} minutes: {stops}"),
    "offer_access": Text(
        "เลี่ยงบันไดเท่าที่ทราบ แวะได้ {n} แห่ง ที่ยังไม่ทราบให้โทรถามก่อน",
        "Step-free as far as known: {stops}; where unknown, call first",
    ),
    "offer_must": Text("ไม่กำหนดที่แวะ แวะได้ {n} แห่ง", "Without must-stops: {stops}"),
    "offer_outcomes": Text("ไม่กำหนดผลการเรียนรู้ แวะได้ {n} แห่ง", "Without set outcomes: {stops}"),
    "offer_story": Text("ไม่เดินตามเรื่อง แวะได้ {n} แห่ง", "Without the story: {stops}"),
    "offer_groups": Text("แบ่ง {groups} กลุ่ม แวะได้ {n} แห่ง", "In {groups} groups: {stops}"),
    "offer_wait": Text("ยอมรอได้นานกว่านี้ แวะได้ {n} แห่ง", "With longer waits: {stops}"),
    "offer_end": Text("กลับมาที่จุดเริ่ม แวะได้ {n} แห่ง", "Back to the start: {stops}"),
    # --- wishes that clash
    "clash": Text("ข้อที่ขอพร้อมกันไม่ได้: {what_th}", "These wishes cannot be met together: {what_en}."),
    "wish_must": Text("แวะ “{name_th}”", "a stop at “{name_en}”"),
    "wish_outcomes": Text("ผลการเรียนรู้ {outcome}", "the outcome {outcome}"),
    "wish_story": Text("เดินตามเรื่อง “{name_th}”", "walking the story “{name_en}”"),
    "wish_minutes": Text("ใช้เวลาไม่เกิน {minutes} นาที", "at most {minutes} minutes"),
    "wish_end": Text("สิ้นสุดที่จุดที่เลือก", "the end you chose"),
    "wish_mode": Text("ไปด้วยวิธี {mode}", "going by {mode}"),
    "wish_access": Text("ไม่มีสิ่งกีดขวาง ({access})", "step-free ({access})"),
    "wish_groups": Text("ไปพร้อมกัน {groups} กลุ่ม", "{groups} groups at once"),
    "wish_most_wait_minutes": Text("รอแต่ละแห่งไม่เกิน {minutes} นาที", "waits of at most {minutes} minutes"),
    "wish_most_of_a_kind": Text("ประเภทละไม่เกิน {most} แห่ง", "at most {most} of a kind"),
    # --- an itinerary edited by hand
    "edit_arrives_late": Text("กลับถึงเกินเวลา {minutes} นาที", "It ends {minutes} minutes too late."),
    "edit_window": Text("“{name_th}” ปิดในเวลาที่ไปถึง", "“{name_en}” is closed at that time."),
    "edit_leg_too_long": Text(
        "เดินไป “{name_th}” ไกลเกินไปสำหรับกลุ่มนี้", "The walk to “{name_en}” is too long for this party."
    ),
    "edit_ride_too_long": Text("นั่งรถไป “{name_th}” นานเกินไป", "The ride to “{name_en}” is too long for this party."),
    "edit_forbidden_leg": Text("ไม่มีทางไป “{name_th}” จากจุดก่อนหน้า", "No way leads to “{name_en}” from the stop before."),
    "edit_walk_total": Text("เดินรวมไกลเกินไปสำหรับกลุ่มนี้", "There is too much walking for this party."),
    "edit_session": Text("เดินและชมต่อเนื่องนานเกินไปก่อนถึง “{name_th}”", "Too long without a rest at “{name_en}”."),
    "edit_stretch": Text(
        "เดินนานเกินไปโดยไม่มีที่นั่ง ก่อนถึง “{name_th}”", "Too much walking without a seat before “{name_en}”."
    ),
    "edit_toilet": Text("ห่างห้องน้ำนานเกินไปก่อนถึง “{name_th}”", "Too long without a toilet at “{name_en}”."),
    "edit_wait": Text("ต้องรอนานเกินไปที่ “{name_th}”", "The wait at “{name_en}” is too long."),
    "edit_duplicate": Text("แวะ “{name_th}” สองครั้ง", "“{name_en}” is a stop twice."),
    "edit_must_missing": Text("ขาด “{name_th}” ที่ขอแวะไว้", "“{name_en}” is missing, which must be a stop."),
    "edit_at_most": Text("มีประเภทเดียวกันมากเกินไป", "There are too many of one kind."),
    "edit_outcome_missing": Text("ยังไม่ได้ผลการเรียนรู้ {outcome}", "The outcome {outcome} is not covered."),
    "edit_at_least": Text("ยังไม่ครบผลการเรียนรู้ที่กำหนด", "Not every wished outcome is covered."),
    "edit_order": Text("ลำดับของเรื่องสลับกันที่ “{name_th}”", "“{name_en}” is out of the order of the story."),
    # --- notes
    "best_known": Text(
        "ดีที่สุดจากสถานที่ {n} แห่งที่ทราบ ตามตำแหน่งที่บันทึกไว้", "Best of the {n} spaces known, by the positions on record."
    ),
    "good_known": Text(
        "เส้นทางที่ดีจากสถานที่ {n} แห่งที่ทราบ ตามตำแหน่งที่บันทึกไว้",
        "A good route of the {n} spaces known, by the positions on record.",
    ),
    "rest": Text("พัก {minutes} นาที", "Rest for {minutes} minutes"),
    "comfort_seats_here": Text("มีที่นั่ง", "there are seats"),
    "comfort_seats_nearby": Text("มีที่นั่งที่{name_th} ห่างราว {metres} ม.", "seats at {name_en}, about {metres} m away"),
    "comfort_toilet_here": Text("มีห้องน้ำ", "there are toilets"),
    "comfort_toilet_nearby": Text("มีห้องน้ำที่{name_th} ห่างราว {metres} ม.", "toilets at {name_en}, about {metres} m away"),
    "wait": Text("รอเปิด {minutes} นาที", "Wait {minutes} minutes until it opens"),
}


def say(code: str, **values: Any) -> Text:
    """The text of a code with its values filled in; `n` also gives English its `{stops}`."""
    th, en = TEXTS[code]
    stops = "1 stop" if values.get("n") == 1 else f"{values.get('n')} stops"
    return Text(th.format(**values), en.format(stops=stops, **values))


def message(code: str, **values: Any) -> dict[str, str]:
    """The text as it stands in an answer, with its code."""
    return {"code": code, **say(code, **values).as_dict()}
