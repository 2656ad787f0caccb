/** Words of the filters. */
import type { filter as English } from '../english/filter';

export const filter: typeof English = {
  filters: 'แสดงเฉพาะ',
  kind: 'ประเภท',
  status: 'สถานะ',
  theme: 'หัวข้อ',
  partner: 'ภาคี',
  all: 'ทั้งหมด',
  allOf: (title) => `${title}: ทั้งหมด`,
  on: (n) => `ใช้ตัวกรองอยู่ ${n} ตัว`,
  changedToo: 'รายการที่คุณแก้ไขแสดงไว้เสมอ',
  clear: 'ล้างตัวกรอง',
  countOf: (shown, all) => `${shown} จาก ${all}`,
};
