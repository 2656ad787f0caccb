import { describe, expect, it } from 'vitest';

import { compare, resolve } from './merging';
import type { Content, Json } from './space';

const BASE = content(100.1, { name_en: 'Library', capacity: null });

function content(lon: number, properties: Record<string, Json>): Content {
  return { geometry: { type: 'Point', coordinates: [lon, 7.6] }, properties };
}

describe('three-way merging', () => {
  it('asks nothing when each changed other fields', () => {
    const mine = content(100.2, { name_en: 'Library', capacity: null });
    const theirs = content(100.1, { name_en: 'Public Library', capacity: null });

    const merge = compare(BASE, mine, theirs);

    expect(merge.conflicts).toEqual([]);
    expect(resolve(merge, {})).toEqual(content(100.2, { name_en: 'Public Library', capacity: null }));
  });

  it('asks nothing when both made the same change', () => {
    const both = content(100.2, { name_en: 'Library', capacity: 40 });

    expect(compare(BASE, both, both).conflicts).toEqual([]);
  });

  it('names a field that both changed differently, with all three values', () => {
    const mine = content(100.2, { name_en: 'Library', capacity: null });
    const theirs = content(100.3, { name_en: 'Library', capacity: null });

    expect(compare(BASE, mine, theirs).conflicts).toEqual([
      { field: 'geometry', base: BASE.geometry, mine: mine.geometry, theirs: theirs.geometry },
    ]);
  });

  it('waits for a choice and then takes that side', () => {
    const mine = content(100.1, { name_en: 'Reading room', capacity: null });
    const theirs = content(100.1, { name_en: 'Public Library', capacity: 30 });
    const merge = compare(BASE, mine, theirs);

    expect(resolve(merge, {})).toBeNull();
    expect(resolve(merge, { name_en: 'mine' })).toEqual(
      content(100.1, { name_en: 'Reading room', capacity: 30 }),
    );
    expect(resolve(merge, { name_en: 'theirs' })).toEqual(theirs);
  });
});
