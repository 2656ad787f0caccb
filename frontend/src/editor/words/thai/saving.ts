/** Words of saving: what changed, what stands in the way, how two changes of one space are settled. */
import type { saving as English } from '../english/saving';

export const saving: typeof English = {
  details: 'ดูสิ่งที่เปลี่ยน',
  field: 'ช่อง',
  before: 'เดิม',
  after: 'ใหม่',
  proposeOnly: 'คุณเสนอการแก้ไขนี้ได้ ผู้ดูแลแหล่งเรียนรู้จะตรวจทานแล้วเผยแพร่',
  mayNothing: 'บัญชีนี้ดูได้อย่างเดียว แก้ไขหรือเสนอแก้ไขไม่ได้',
  waits: 'ระบบกำลังมีผู้ใช้มาก',
  noWords: (status) =>
    status === 413
      ? 'รายการแก้ไขมากเกินไปสำหรับการบันทึกครั้งเดียว บันทึกทีละส่วน'
      : `ระบบยังไม่ได้บันทึก (${status}) ลองอีกครั้งในอีกสักครู่`,
  theyChanged: (labels) => `เขาแก้ช่องเหล่านี้ด้วย: ${labels}`,
  goneTitle: (name) => `${name} ถูกลบไปแล้ว`,
  goneHint: 'มีผู้ลบแหล่งนี้ระหว่างที่คุณแก้ไข งานของคุณยังอยู่ครบ',
  acceptGone: 'ยอมให้ลบ',
  keepAsNew: 'เก็บของฉันเป็นแหล่งใหม่',
  keptAsNew: 'งานของคุณเป็นแหล่งใหม่แล้ว กดบันทึกเพื่อเก็บ',
  youDelete: 'คุณต้องการลบแหล่งนี้',
  deleteAnyway: 'ลบเลย',
  allMineOnly: 'ใช้ของฉันทุกช่อง',
  settled: 'ตกลงกันแล้ว กดบันทึกอีกครั้งเมื่อพร้อม',
  otherWindow: 'หน้าต่างอื่นของเบราว์เซอร์นี้มีงานที่ยังไม่ได้บันทึกของตัวเอง',
  queued: (n) => `รอส่ง ${n} ชุด`,
  sent: (n) => `ส่งแล้ว ${n} ชุดตามลำดับ`,
};
