/** Lengths and areas as people say them; areas in Thailand's own units too. */

const RAI_M2 = 1600;

export function metresText(metres: number, language: string): string {
  const [value, unit] = metres < 1000 ? [metres, 'meter'] : [metres / 1000, 'kilometer'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: metres < 1000 ? 1 : 2,
  }).format(value);
}

/** Square metres, and rai, ngan and square wah, in which Thai land is spoken of. */
export function areaText(area_m2: number, language: 'th' | 'en'): string {
  const square = new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(area_m2);
  const quarters = Math.floor(area_m2 / (RAI_M2 / 4));
  const wah = Math.round((area_m2 - quarters * 400) / 4);
  const rai = new Intl.NumberFormat(language).format(Math.floor(quarters / 4));
  return language === 'th'
    ? `${square} ตร.ม. (${rai} ไร่ ${quarters % 4} งาน ${wah} ตร.ว.)`
    : `${square} m² (${rai} rai ${quarters % 4} ngan ${wah} sq wah)`;
}

/** How an area changes: signed square metres, and percent where there was an area before. */
export function areaChangeText(change_m2: number, percent: number | null, language: string): string {
  const signed = (value: number, digits: number, unit: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, {
      ...unit,
      signDisplay: 'exceptZero',
      maximumFractionDigits: digits,
    }).format(value);
  const square = `${signed(change_m2, 2, {})} ${language === 'th' ? 'ตร.ม.' : 'm²'}`;
  return percent === null ? square : `${square} (${signed(percent / 100, 4, { style: 'percent' })})`;
}
