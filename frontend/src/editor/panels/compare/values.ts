/** Values of a space as people read them: choices by their words, days as days, nothing as a dash. */
import type { CollectionInfo } from '../../page-data';
import type { Words } from '../../words/words';

export interface Reading {
  readonly language: 'th' | 'en';
  readonly words: Words['compare'];
  readonly choices: CollectionInfo['choices'];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

export function valueText(name: string, value: unknown, reading: Reading): string {
  const { words, language } = reading;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (Array.isArray(value))
    return value.length ? value.map((each) => valueText(name, each, reading)).join(', ') : words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const choice = reading.choices[name]?.find((each) => each.value === value);
  if (choice) return choice.label;
  return DAY.test(value) ? dayText(value, language) : value;
}

/** The name of a field in words; columns that hold the id of something are called as the field is. */
export function fieldText(name: string, labels: Readonly<Record<string, string>>, shape: string): string {
  return name === 'geometry' ? shape : (labels[name] ?? labels[name.replace(/_id$/, '')] ?? name);
}

const LOCALES = { th: 'th-TH', en: 'en-GB' } as const;
const timeZone = 'Asia/Bangkok';

export function dayText(moment: string, language: 'th' | 'en'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(new Date(moment));
}

/** Day and time in Thailand, in Buddhist years where Thai is read. */
export function momentText(moment: string, language: 'th' | 'en'): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(new Date(moment));
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago, in the largest unit that fits. */
export function ageText(moment: string, language: 'th' | 'en', now = Date.now()): string {
  const passed_s = Math.max(0, (now - Date.parse(moment)) / 1000);
  const [unit, length_s] = UNITS.find(([, each_s]) => passed_s >= each_s) ?? (['minute', 60] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(passed_s / length_s),
    unit,
  );
}
