/** Words of the rail beside the map. */
export const en = {
  rail: 'Panels',
  work: 'Edit',
  layers: 'Layers',
  checks: 'Checks',
  review: 'Review',
  history: 'History',
  fold: 'Hide the panel',
  unfold: 'Show the panel',
  coverage: 'Coverage',
  signOut: 'Log out',
  scale: (n: string) => `1 : ${n}`,
  notThere: 'The space in the link is not there, or you may not see it.',
  loading: 'Loading…',
  notLoaded: 'This panel could not be loaded. Check the connection and try again.',
};

export const th: typeof en = {
  rail: 'แผงข้อมูล',
  work: 'แก้ไข',
  layers: 'ชั้นข้อมูล',
  checks: 'ตรวจสอบ',
  review: 'ทบทวน',
  history: 'ประวัติ',
  fold: 'ซ่อนแผง',
  unfold: 'แสดงแผง',
  coverage: 'ความครอบคลุม',
  signOut: 'ออกจากระบบ',
  scale: (n) => `1 : ${n}`,
  notThere: 'ไม่พบพื้นที่ตามลิงก์ หรือคุณไม่มีสิทธิ์ดู',
  loading: 'กำลังโหลด…',
  notLoaded: 'เปิดแผงนี้ไม่สำเร็จ ตรวจสอบการเชื่อมต่อแล้วลองใหม่',
};
