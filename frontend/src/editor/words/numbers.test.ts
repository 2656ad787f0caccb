import { describe, expect, it } from 'vitest';

import { areaText, metresText } from './numbers';

describe('numbers in words', () => {
  it('says long ways in kilometres', () => {
    expect(metresText(412.34, 'en')).toBe('412.3 m');
    expect(metresText(5743, 'en')).toBe('5.74 km');
  });

  it('says areas in rai, ngan and square wah too', () => {
    expect(areaText(1600 + 800 + 40, 'en')).toBe('2,440 m² (1 rai 2 ngan 10 sq wah)');
    expect(areaText(399, 'th')).toContain('0 ไร่ 0 งาน 100 ตร.ว.');
  });
});
