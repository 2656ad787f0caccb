/** Words of the rail beside the map. */
import type { rooms as English } from '../english/rooms';

export const rooms: typeof English = {
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
