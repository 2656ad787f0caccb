/** Words of the rail beside the map. */
export const en = {
  rail: 'Panels',
  work: 'Edit',
  layers: 'Layers',
  checks: 'Checks',
  review: 'Review',
  history: 'History',
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
  loading: 'กำลังโหลด…',
  notLoaded: 'เปิดแผงนี้ไม่สำเร็จ ตรวจสอบการเชื่อมต่อแล้วลองใหม่',
};
