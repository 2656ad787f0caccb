/** Words of the filters. */
export const en = {
  filters: 'Show only',
  kind: 'Kind',
  status: 'Status',
  theme: 'Theme',
  partner: 'Partner',
  all: 'All',
  allOf: (title: string) => `${title}: all`,
  on: (n: number) => (n === 1 ? '1 filter is on' : `${n} filters are on`),
  changedToo: 'What you have changed is always shown.',
  clear: 'Clear the filters',
  countOf: (shown: number, all: number) => `${shown} of ${all}`,
};

export const th: typeof en = {
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
