"""What each fault is called, in both languages. The numbers in braces are facts of the single fault."""

from typing import Any

from geo.texts import Text

WORDS: dict[str, Text] = {
    # what cannot be read as a geometry of this collection
    "not_geojson": Text("ต้องเป็นวัตถุ GeoJSON", "A GeoJSON geometry object is wanted."),
    "bad_nesting": Text("โครงสร้างพิกัดไม่ตรงกับชนิดรูปทรง", "The coordinates are not nested as the type asks."),
    "wrong_type": Text("ชนิดรูปทรงต้องเป็น {wanted} ไม่ใช่ {found}", "The type must be {wanted}, not {found}."),
    "curve": Text(
        "เส้นโค้ง ({found}) เก็บไม่ได้ ต้องแปลงเป็นเส้นตรงช่วงสั้น ๆ ก่อน",
        "A curve ({found}) cannot be stored: turn it into short straight lines first.",
    ),
    "not_2d": Text(
        "พิกัดต้องมีสองค่า (ลองจิจูด, ละติจูด) แต่มี {positions} จุดที่มี {numbers} ค่า",
        "A position is (lon, lat); {positions} positions hold {numbers} numbers.",
    ),
    "not_a_number": Text("{name} ไม่ใช่ตัวเลขที่ใช้ได้", "{name} is not a finite number."),
    "out_of_range": Text("{name} {value:.10g} เกินขอบเขต ±{limit}", "{name} {value:.10g} lies beyond ±{limit}."),
    "swapped": Text(
        "ดูเหมือนสลับลำดับ: ต้องเขียนลองจิจูดก่อน แล้วตามด้วยละติจูด",
        "It looks swapped: longitude comes first, then latitude.",
    ),
    "empty": Text("รูปทรงว่างเปล่า", "The geometry is empty."),
    "empty_part": Text("ส่วนที่ {part} ว่างเปล่า", "Part {part} is empty."),
    "too_many_vertices": Text(
        "มีจุดมุม {vertices} จุด เกินที่รับได้ {most} จุด", "{vertices} vertices are more than the {most} allowed."
    ),
    "too_many_rings": Text(
        "มีวงรอบ {rings} วง เกินที่รับได้ {most} วง", "{rings} outlines and holes are more than the {most} allowed."
    ),
    "too_complex": Text(
        "เส้นซ้อนทับกันมากเกินกว่าจะตรวจได้", "Too many edges lie across one another: this cannot be checked."
    ),
    "malformed": Text("รูปทรงไม่ครบถ้วน", "The geometry is malformed."),
    # rings and lines
    "too_few_points": Text(
        "{what}ต้องมีอย่างน้อย {least} จุด แต่มี {found}", "{what_en} has at least {least} positions, not {found}."
    ),
    "unclosed_ring": Text(
        "วงรอบไม่ปิด จุดแรกกับจุดสุดท้ายไม่ตรงกัน", "The ring is not closed: its last position is not its first."
    ),
    "zero_area": Text("วงรอบไม่มีเนื้อที่ ทุกจุดอยู่บนเส้นเดียวกัน", "The ring has no area: all of it lies on one line."),
    "zero_length": Text("เส้นไม่มีความยาว ทุกจุดอยู่ที่เดียวกัน", "The line has no length: all of its points are one."),
    "self_intersection": Text("เส้นขอบตัดกันเอง", "The outline crosses itself."),
    "ring_self_intersection": Text("เส้นขอบแตะตัวเอง", "The outline touches itself."),
    "spike": Text(
        "เส้นขอบพุ่งออกไปแล้วย้อนกลับทางเดิม (หนาม) ยาว {length_m:.1f} ม.",
        "The outline runs out and back on itself: a spike of {length_m:.1f} m.",
    ),
    "narrow_spike": Text(
        "มุมแหลมมาก {degrees:.2f}° ยาว {length_m:.1f} ม. อาจเป็นหนามที่ไม่ได้ตั้งใจวาด",
        "A corner of only {degrees:.2f}°, {length_m:.1f} m long: perhaps a spike nobody meant to draw.",
    ),
    "duplicate_points": Text("มีจุดซ้ำติดกัน {positions} จุด", "{positions} positions repeat the one before them."),
    # holes and parts
    "hole_lies_outside_shell": Text("ช่องว่างอยู่นอกขอบเขต", "A hole lies outside its outline."),
    "hole_crosses_shell": Text("ช่องว่างล้ำออกนอกขอบเขต", "A hole crosses its outline."),
    "hole_shares_edge": Text("ช่องว่างใช้ขอบร่วมกับเส้นรอบนอก", "A hole shares an edge with its outline."),
    "holes_are_nested": Text("ช่องว่างซ้อนอยู่ในอีกช่องหนึ่ง", "A hole lies within another hole."),
    "holes_overlap": Text("ช่องว่างสองช่องทับกัน", "Two holes overlap."),
    "holes_share_edge": Text("ช่องว่างสองช่องใช้ขอบร่วมกัน", "Two holes share an edge."),
    "duplicate_rings": Text("วงรอบหรือส่วนเดียวกันถูกวาดซ้ำ", "The same ring or part is drawn twice."),
    "nested_shells": Text("ส่วนหนึ่งซ้อนอยู่ในอีกส่วนหนึ่ง", "One part lies within another."),
    "parts_overlap": Text("สองส่วนของรูปทรงทับกัน", "Two parts of the geometry overlap."),
    "parts_share_edge": Text("สองส่วนของรูปทรงใช้ขอบร่วมกัน ควรรวมเป็นส่วนเดียว", "Two parts share an edge: they are one."),
    "interior_is_disconnected": Text("เนื้อที่ภายในขาดจากกัน", "The inside falls into pieces."),
    "invalid": Text("รูปทรงไม่ถูกต้อง ({reason})", "The geometry is not valid ({reason})."),
    # size and place
    "sliver": Text(
        "ส่วนนี้แคบมาก กว้างเฉลี่ย {width_m:.2f} ม.", "This part is very narrow: {width_m:.2f} m wide on average."
    ),
    "tiny": Text("เนื้อที่เพียง {area_m2:.2f} ตร.ม.", "The area is only {area_m2:.2f} m²."),
    "too_large": Text(
        "รูปทรงกว้าง {width:.3g}° เกินที่รับได้ {most:g}°",
        "The geometry is {width:.3g}° wide, more than the {most:g}° allowed.",
    ),
    "outside_area": Text("อยู่นอกพื้นที่ให้บริการ", "It lies outside the service area."),
    # between the zones of a layer
    "overlap": Text("เขต {between} ทับกัน {area_m2:,.2f} ตร.ม.", "{between} overlap by {area_m2:,.2f} m²."),
    "gap": Text(
        "มีช่องว่างระหว่างเขต {between} เนื้อที่ {area_m2:,.2f} ตร.ม.", "A gap of {area_m2:,.2f} m² lies between {between}."
    ),
    "near_miss": Text(
        "ขอบเขตของ {between} เกือบชนกันแต่จุดมุมไม่ตรงกัน ยาว {length_m:,.1f} ม. (ห่างไม่ถึง 1 ซม.)",
        "The borders of {between} run side by side for {length_m:,.1f} m, less than 1 cm apart: not the same vertices.",
    ),
    # what is normalised, and said
    "clockwise": Text(
        "วงรอบวนผิดทิศ จะเก็บโดยให้ขอบนอกวนทวนเข็มนาฬิกา (RFC 7946) รูปไม่เปลี่ยน",
        "Rings run the wrong way round: stored with outlines counter-clockwise (RFC 7946), the shape is the same.",
    ),
    "rounded": Text("พิกัดจะปัดเป็นทศนิยม 7 ตำแหน่ง (ราว 1 ซม.)", "Coordinates are rounded to 7 decimals (about 1 cm)."),
}


def say(key: str, **facts: Any) -> Text:
    """The words of `key` with the facts of this fault in them."""
    words = WORDS[key]
    return Text(words.th.format(**facts), words.en.format(**facts))
