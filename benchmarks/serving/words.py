"""Thai and English words that generated spaces are named and described with."""

KINDS = (
    ("กลุ่มจักสานกระจูด", "Krajood weaving group"),
    ("บ้านหนังตะลุง", "Shadow-puppet house"),
    ("ศาลามโนราห์", "Manohra pavilion"),
    ("ตลาดใต้โหนด", "Market under the palms"),
    ("โรงสีข้าวสังข์หยด", "Sangyod rice mill"),
    ("วัด", "Wat"),
    ("หอสมุดชุมชน", "Community library"),
    ("สวนผลไม้สมรม", "Mixed fruit orchard"),
)
PLACES = (
    ("ลำปำ", "Lampam"),
    ("ทะเลน้อย", "Thale Noi"),
    ("ควนมะพร้าว", "Khuan Maphrao"),
    ("ชัยบุรี", "Chai Buri"),
    ("ปรางหมู่", "Prang Mu"),
    ("เขาเจียก", "Khao Chiak"),
    ("ตำนาน", "Tamnan"),
)
SENTENCES = (
    (
        "ที่นี่ผู้เฒ่าผู้แก่สอนเด็ก ๆ ให้รู้จักภูมิปัญญาของลุ่มน้ำทะเลสาบ",
        "Here elders teach children the local wisdom of the lake basin.",
    ),
    ("ลงมือทำได้จริง ใช้เวลาราวสามสิบนาที ควรโทรนัดล่วงหน้า", "Hands-on, about thirty minutes; please call ahead."),
    ("มีร่มเงาและที่นั่งพัก เหมาะกับครอบครัวและผู้สูงอายุ", "Shade and seats: good for families and older people."),
    ("เรื่องเล่าของคลองและเมืองเก่า “ปากต่อปาก” ยังได้ยินที่นี่", 'Stories of canal and old town, "by word of mouth", live on.'),
)
DISTRICTS = (
    ("TH9301", "เมืองพัทลุง", "Mueang Phatthalung"),
    ("TH9302", "กงหรา", "Kong Ra"),
    ("TH9303", "เขาชัยสน", "Khao Chaison"),
    ("TH9304", "ตะโหมด", "Tamot"),
    ("TH9305", "ควนขนุน", "Khuan Khanun"),
    ("TH9306", "ปากพะยูน", "Pak Phayun"),
)
PRODUCTS = (
    ("เสื่อกระจูด กระเป๋าสาน", "krajood mats and woven bags"),
    ("ข้าวสังข์หยดเมืองพัทลุง (GI)", "Sangyod Mueang Phatthalung rice (GI)"),
    ("น้ำตาลโตนด ลูกตาลลอยแก้ว", "palm sugar, toddy palm in syrup"),
)
SUBKINDS = ("craft-house", "market", "museum", "library", "performing-arts", "park")
THEMES = ("street-art", "crafts", "lake-life", "old-towns", "rice-palm", "performing-arts")
AGE_GROUPS = ("early-childhood", "primary", "secondary", "adult", "older", "family")
HOURS = ("unknown", "Mo-Su 08:00-17:00", "Tu-Su 09:00-16:00; PH off", "Sa,Su 07:00-12:00")
KNOWN = ("yes", "no", "unknown")
