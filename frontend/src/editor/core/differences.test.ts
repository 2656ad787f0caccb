import { describe, expect, it } from 'vitest';

import { differences } from './differences';
import type { Content, Properties } from './space';

function content(lon: number, properties: Properties): Content {
  return { geometry: { type: 'Point', coordinates: [lon, 7] }, properties };
}
const edit = (before: Content | null, after: Content | null) =>
  ({ action: 'modify', key: 'amenities/a', version: 1, before, after }) as const;

describe('differences of an edit', () => {
  it('are the fields that changed, the shape among them', () => {
    const before = content(100, { name_en: 'Old', themes: ['a'], seats: 'yes' });
    const after = content(101, { name_en: 'New', themes: ['a'], seats: 'yes' });

    expect(differences(edit(before, after)).map(({ field }) => field)).toEqual(['geometry', 'name_en']);
  });

  it('of a new space are what was filled in', () => {
    const found = differences(edit(null, content(100, { name_en: 'New', contact: '', themes: [] })));

    expect(found.map(({ field }) => field)).toEqual(['geometry', 'name_en']);
  });

  it('of a deletion are none', () => {
    expect(differences(edit(content(100, {}), null))).toEqual([]);
  });
});
