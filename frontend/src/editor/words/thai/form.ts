/** Words of the form: its sections, its units, and how opening hours are written. */
import type { form as English } from '../english/form';

export const form: typeof English = {
  section: {
    names: 'ชื่อและสถานะ',
    what: 'เป็นแหล่งแบบใด',
    audience: 'เหมาะกับใคร',
    visit: 'เวลาเปิดและการเข้าถึง',
    trust: 'ตำแหน่งและที่มา',
    legal: 'ผังและกฎหมาย',
  },
  unit: { m: 'ม.', min: 'นาที', '{person}': 'คน' },
  withUnit: (label, unit) => `${label} (${unit})`,
  starMeans: 'ต้องกรอก',
  unknown: 'ไม่ทราบ',
  unknownCount: (n) => `ไม่ทราบ ${n} ช่อง`,
  notChosen: 'ยังไม่ได้เลือก',
  chooseMore: 'เลือกเพิ่ม',
  empty: 'ว่าง',
  yes: 'ใช่',
  no: 'ไม่ใช่',
  otherField: 'ช่องอื่น',
  missing: (labels) => `ยังต้องกรอก: ${labels}`,
  hoursExamples: 'ตัวอย่าง',
  hours: [
    { value: 'Mo-Su 08:00-17:00', words: 'ทุกวัน 8.00–17.00 น.' },
    { value: 'Mo-Fr 08:30-16:30; PH off', words: 'จันทร์ถึงศุกร์ หยุดวันหยุดราชการ' },
    { value: 'Tu-Su 09:00-16:00', words: 'หยุดวันจันทร์' },
    { value: 'Sa,Su 15:00-20:00', words: 'เสาร์อาทิตย์ช่วงบ่าย' },
    { value: '24/7', words: 'เปิดตลอดเวลา' },
  ],
  notLoaded: 'เปิดแบบฟอร์มไม่สำเร็จ',
};
