"""How each property of a space is called, explained and measured, in both languages: for forms and for `/schema`."""

from geo.rest.collection import Wording
from geo.texts import Text

NAMES, WHAT, AUDIENCE, VISIT, TRUST, LEGAL, STORED = "names", "what", "audience", "visit", "trust", "legal", "stored"
METRES, MINUTES, PEOPLE = "m", "min", "{person}"  # UCUM


def _said(section: str, th: str, en: str, help_th: str = "", help_en: str = "", unit: str = "") -> Wording:
    return Wording(Text(th, en), Text(help_th, help_en) if help_en else None, unit, section)


HOURS_TH = (
    "เขียนตามรูปแบบเวลาเปิดของ OpenStreetMap เช่น Tu-Su 09:00-16:00; PH off "
    "(อังคารถึงอาทิตย์ 9 ถึง 16 น. หยุดวันหยุดราชการ) เว้นว่างไว้ถ้ายังไม่มีใครสอบถาม"
)
HOURS_EN = (
    "As OpenStreetMap writes opening hours, such as Tu-Su 09:00-16:00; PH off (Tuesday to Sunday from 9 to 4, "
    "closed on public holidays). Leave it empty while nobody has asked."
)

WORDING: dict[str, Wording] = {
    "collection": _said(WHAT, "ประเภท", "Kind"),
    "name_th": _said(NAMES, "ชื่อภาษาไทย", "Thai name"),
    "name_en": _said(NAMES, "ชื่อภาษาอังกฤษ", "English name"),
    "description_th": _said(NAMES, "คำอธิบายภาษาไทย", "Thai description"),
    "description_en": _said(NAMES, "คำอธิบายภาษาอังกฤษ", "English description"),
    "status": _said(
        NAMES,
        "สถานะ",
        "Status",
        "ฉบับร่างเห็นเฉพาะผู้ที่ทำงานกับแหล่งนี้ เผยแพร่แล้วเห็นได้ทุกคน",
        "A draft is seen by those who work on it only; what is published, by everybody.",
    ),
    "subkind": _said(WHAT, "ชนิดย่อย", "Subkind"),
    "themes": _said(WHAT, "หัวข้อการเรียนรู้", "Themes"),
    "partner": _said(WHAT, "ภาคีที่ดูแล", "Partner in charge"),
    "period": _said(WHAT, "ยุคสมัย", "Period", "เช่น อยุธยา หรือ รัชกาลที่ 5", "Such as Ayutthaya, or the reign of Rama V."),
    "heritage_type": _said(
        WHAT, "ประเภทมรดก", "Heritage type", "เช่น วัด วัง โบราณสถาน", "Such as temple, palace or ancient monument."
    ),
    "registration": _said(
        WHAT,
        "การขึ้นทะเบียน",
        "Registration",
        "เลขหรือประกาศของกรมศิลปากร ถ้ามี",
        "Number or notice of the Fine Arts Department, if there is one.",
    ),
    "artist": _said(WHAT, "ศิลปิน", "Artist"),
    "year": _said(WHAT, "ปีที่วาด (ค.ศ.)", "Year painted (CE)", "ลบ 543 จาก พ.ศ.", "The Buddhist year less 543."),
    "condition": _said(WHAT, "สภาพของภาพ", "Condition"),
    "last_seen": _said(WHAT, "เห็นครั้งล่าสุดเมื่อ", "Last seen on"),
    "artist_consent": _said(
        WHAT, "ศิลปินยินยอม", "Artist's consent", "ให้แสดงภาพนี้ในแผนที่", "To showing the work on this map."
    ),
    "zone_type": _said(WHAT, "ประเภทย่าน", "Zone type"),
    "design_stage": _said(WHAT, "ขั้นของการออกแบบ", "Design stage"),
    "palette_row": _said(WHAT, "แถวในจานสี", "Palette row", "สีของย่านบนแผนที่", "The colour of the zone on maps."),
    "products_th": _said(WHAT, "ผลิตภัณฑ์ (ไทย)", "Products, Thai"),
    "products_en": _said(WHAT, "ผลิตภัณฑ์ (อังกฤษ)", "Products, English"),
    "services_th": _said(WHAT, "บริการ (ไทย)", "Services, Thai"),
    "services_en": _said(WHAT, "บริการ (อังกฤษ)", "Services, English"),
    "age_groups": _said(AUDIENCE, "เหมาะกับกลุ่มวัย", "Suits these ages"),
    "outcomes": _said(AUDIENCE, "ผลการเรียนรู้ตามหลักสูตร", "Curriculum outcomes"),
    "visit_minutes": _said(
        AUDIENCE,
        "เวลาที่ใช้เยี่ยมชม",
        "Length of a visit",
        "ตามกลุ่มวัย ช่องที่เว้นว่างใช้ค่าประมาณของชนิดย่อย",
        "By age group. An empty one takes the estimate for the subkind.",
        MINUTES,
    ),
    "takes_school_groups": _said(AUDIENCE, "รับคณะนักเรียน", "Takes school groups"),
    "capacity": _said(
        AUDIENCE, "รับได้พร้อมกัน", "Capacity at a time", "เว้นว่างถ้าไม่ทราบ", "Empty while it is unknown.", PEOPLE
    ),
    "opening_hours": _said(VISIT, "เวลาเปิด", "Opening hours", HOURS_TH, HOURS_EN),
    "by_appointment": _said(VISIT, "ต้องนัดล่วงหน้า", "By appointment"),
    "fee": _said(VISIT, "มีค่าบริการ", "Costs a fee"),
    "contact": _said(
        VISIT,
        "ช่องทางติดต่อ",
        "Contact",
        "ของสถานที่ ไม่ใช่เบอร์ส่วนตัว ทุกคนเห็นได้",
        "Of the place, never somebody's own number: everybody reads it.",
    ),
    "wheelchair": _said(VISIT, "เก้าอี้รถเข็น", "Wheelchair"),
    "steps": _said(VISIT, "มีขั้นบันได", "Steps"),
    "ramp": _said(VISIT, "มีทางลาด", "Ramp"),
    "seats": _said(VISIT, "มีที่นั่งพัก", "Seats"),
    "toilet": _said(VISIT, "มีห้องน้ำ", "Toilet"),
    "shade": _said(VISIT, "มีร่มเงา", "Shade"),
    "water": _said(VISIT, "มีน้ำดื่ม", "Drinking water"),
    "access_note_th": _said(VISIT, "หมายเหตุการเข้าถึง (ไทย)", "Access note, Thai"),
    "access_note_en": _said(VISIT, "หมายเหตุการเข้าถึง (อังกฤษ)", "Access note, English"),
    "accuracy_m": _said(
        TRUST,
        "ตำแหน่งอาจคลาดเคลื่อน ±",
        "Position may be off by ±",
        "บอกตามจริง เกิน 2,000 ม. ระบบจะไม่เลือกเป็นจุดแวะ",
        "Say it honestly. Above 2,000 m no route stops here by itself.",
        METRES,
    ),
    "coordinate_source": _said(TRUST, "ที่มาของตำแหน่ง", "Source of the position"),
    "sensitive": _said(
        TRUST,
        "ตั้งใจแสดงตำแหน่งคร่าว ๆ",
        "Blurred on purpose",
        "สำหรับสถานที่เปราะบางหรือส่วนบุคคล",
        "For a fragile or private place.",
    ),
    "source": _said(TRUST, "ที่มาของข้อมูล", "Source of the facts"),
    "verified": _said(
        TRUST, "ตรวจสอบในพื้นที่แล้ว", "Verified on site", "มีคนไปยืนดูที่นั่นจริง", "Somebody stood there and checked."
    ),
    "verified_on": _said(TRUST, "ตรวจสอบเมื่อ", "Verified on"),
    "demonstration": _said(TRUST, "ข้อมูลสาธิต", "Demonstration data"),
    "district_code": _said(TRUST, "รหัสอำเภอ", "District code"),
    "district_th": _said(TRUST, "อำเภอ (ไทย)", "District, Thai"),
    "district_en": _said(TRUST, "อำเภอ (อังกฤษ)", "District, English"),
    "subdistrict_code": _said(TRUST, "รหัสตำบล", "Subdistrict code"),
    "subdistrict_th": _said(TRUST, "ตำบล (ไทย)", "Subdistrict, Thai"),
    "subdistrict_en": _said(TRUST, "ตำบล (อังกฤษ)", "Subdistrict, English"),
    "plan_edition": _said(LEGAL, "ฉบับของผัง", "Plan edition"),
    "plan_code": _said(LEGAL, "รหัสในผัง", "Plan code"),
    "legal_basis": _said(
        LEGAL,
        "ฐานทางกฎหมาย",
        "Legal basis",
        "ย่านนี้ไม่ใช่ผังเมืองตามกฎหมาย เฉพาะข้อความในราชกิจจานุเบกษาที่มีผลบังคับ",
        "The zone itself is no legal plan: only the text published in the Royal Gazette is law.",
    ),
    "in_force_from": _said(LEGAL, "มีผลตั้งแต่", "In force from"),
    "in_force_to": _said(LEGAL, "มีผลถึง", "In force until"),
    "uid": _said(STORED, "รหัสถาวร", "Permanent identifier"),
    "version": _said(STORED, "ฉบับที่", "Version"),
    "changeset": _said(STORED, "ชุดการแก้ไข", "Changeset"),
    "created_at": _said(STORED, "สร้างเมื่อ", "Created"),
    "updated_at": _said(STORED, "แก้ไขเมื่อ", "Changed"),
}

# What the codes in two free columns are called; another text stands for itself.
CODES: dict[str, dict[str, Text]] = {
    "heritage_type": {
        "religious": Text("ศาสนสถาน", "Religious"),
        "archaeological": Text("โบราณคดี", "Archaeological"),
        "built": Text("อาคารและสิ่งปลูกสร้าง", "Built"),
        "cultural-landscape": Text("ภูมิทัศน์วัฒนธรรม", "Cultural landscape"),
        "natural": Text("ธรรมชาติ", "Natural"),
    },
    "zone_type": {
        "heritage-quarter": Text("ย่านมรดก", "Heritage quarter"),
        "learning-street": Text("ถนนเรียนรู้", "Learning street"),
        "civic-quarter": Text("ย่านศูนย์ราชการและชุมชน", "Civic quarter"),
        "market-quarter": Text("ย่านตลาด", "Market quarter"),
        "craft-quarter": Text("ย่านงานช่าง", "Craft quarter"),
        "station-quarter": Text("ย่านสถานี", "Station quarter"),
        "waterside-walk": Text("ทางเดินริมน้ำ", "Waterside walk"),
        "old-city-landscape": Text("ภูมิทัศน์เมืองเก่า", "Old-city landscape"),
    },
}
