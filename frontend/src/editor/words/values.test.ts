import { describe, expect, it } from 'vitest';

import type { PageData } from '../page-data';
import { fieldsOf, type Field } from '../panels/schema';
import { createWorld } from '../state/world';
import { valueText } from './values';
import { thai } from './thai';

const PAGE: PageData = {
  language: 'th',
  other_language: '',
  user: null,
  rights: { publish: true, publish_for: [], propose: true },
  csrf: '',
  collections: [],
  orientation: '',
  basemap: '',
  log_out: '',
  home: [100, 7, 101, 8],
} as unknown as PageData;
const WORLD = createWorld(PAGE, thai);
const INFO = {
  id: 'amenities',
  title: '',
  geometry_types: ['Point'],
  may_write: true,
  choices: {
    themes: [{ value: 'faith', label: 'วัดและศาสนา' }],
    age_groups: [{ value: 'primary', label: 'ประถมศึกษา' }],
    status: [{ value: 'draft', label: 'ร่าง' }],
  },
};

function field(name: string, property: object): Field {
  const [found] = fieldsOf({ properties: { [name]: property } }, INFO);
  if (!found) throw new Error('a field is wanted');
  return found;
}

describe('a value in words', () => {
  it.each([
    [field('status', { enum: ['draft'] }), 'draft', 'ร่าง'],
    [field('themes', { type: 'array' }), ['faith'], 'วัดและศาสนา'],
    [field('visit_minutes', { type: 'object', 'x-ogc-unit': 'min' }), { primary: 30 }, 'ประถมศึกษา 30 นาที'],
    [field('capacity', { type: ['integer', 'null'], 'x-ogc-unit': '{person}' }), 40, '40 คน'],
    [field('capacity', { type: ['integer', 'null'] }), null, 'ไม่ทราบ'],
    [field('opening_hours', {}), 'unknown', 'ไม่ทราบ'],
    [field('verified', { type: 'boolean' }), false, 'ไม่ใช่'],
    [field('in_force_from', { format: 'date' }), '2027-01-20', '20 ม.ค. 2570'],
    [field('source', {}), '', 'ว่าง'],
  ])('of %o', (one, value, words) => {
    expect(valueText(WORLD, one, value)).toBe(words);
  });

  it('says a shape by its size', () => {
    expect(valueText(WORLD, undefined, { type: 'Point', coordinates: [100.1, 7.6] })).toBe(
      '100.10000, 7.60000',
    );
  });
});
