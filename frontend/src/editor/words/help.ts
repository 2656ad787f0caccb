/** Words of the help: first steps, and the keys that no button shows. */
interface Help extends Record<'help' | 'title' | 'close' | 'tools' | 'more', string> {
  readonly steps: readonly string[];
  /** A key, and what it does. */
  readonly keys: readonly (readonly [string, string])[];
}

export const en: Help = {
  help: 'Help',
  title: 'How to use the editor',
  close: 'Close',
  steps: [
    'Click a space on the map, or search for it. Nothing moves until it is selected and you take up a tool.',
    'Draw, drag corners, or change the form. Zones that share a corner move together.',
    'Everything can be undone. What you do is kept in this browser, also offline or after a crash.',
    'Read the list of changes, say what you did and why, and save. Where you may not publish, it becomes a proposal.',
  ],
  tools: 'Tools and their keys',
  more: 'More keys',
  keys: [
    ['Ctrl+Z', 'undo, also the last corner of a drawing'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Enter', 'finish a drawing'],
    ['Esc', 'leave a drawing, put the tool down'],
    ['Alt', 'held while drawing: nothing snaps'],
    ['Shift', 'and click: select one more'],
    ['?', 'this help'],
  ],
};

export const th: Help = {
  help: 'วิธีใช้',
  title: 'วิธีใช้แผนที่สำหรับแก้ไข',
  close: 'ปิด',
  steps: [
    'คลิกพื้นที่บนแผนที่หรือค้นหาชื่อ ไม่มีอะไรขยับจนกว่าจะเลือกพื้นที่และหยิบเครื่องมือ',
    'วาด ลากมุม หรือแก้ในแบบฟอร์ม เขตที่ใช้มุมร่วมกันจะขยับไปด้วยกัน',
    'เลิกทำได้ทุกอย่าง งานของคุณเก็บไว้ในเบราว์เซอร์นี้ แม้ออฟไลน์หรือเครื่องดับ',
    'อ่านรายการแก้ไข เขียนว่าแก้อะไรเพราะอะไร แล้วบันทึก หากไม่มีสิทธิ์เผยแพร่จะส่งเป็นข้อเสนอ',
  ],
  tools: 'เครื่องมือและปุ่มลัด',
  more: 'ปุ่มอื่น ๆ',
  keys: [
    ['Ctrl+Z', 'เลิกทำ รวมถึงมุมล่าสุดที่กำลังวาด'],
    ['Ctrl+Shift+Z', 'ทำซ้ำ'],
    ['Enter', 'จบการวาด'],
    ['Esc', 'เลิกวาด วางเครื่องมือ'],
    ['Alt', 'กดค้างขณะวาด ไม่ดูดเข้าจุดใด'],
    ['Shift', 'แล้วคลิก เลือกเพิ่มอีกหนึ่ง'],
    ['?', 'เปิดวิธีใช้นี้'],
  ],
};
