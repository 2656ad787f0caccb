import { describe, expect, it } from 'vitest';

import type { GeometryDifference } from '../../map/difference';
import { sizesOf } from './areas';

type Part = GeometryDifference['features'][number]['id'];

function difference(areas: Partial<Record<Part, number>>, moved_m: number | null = 0): GeometryDifference {
  const features = Object.entries(areas).map(([id, area_m2]) => ({
    type: 'Feature' as const,
    id: id as Part,
    geometry: {},
    properties: { part: id, area_m2, length_m: 1 },
  }));
  return { type: 'FeatureCollection', features, moved_m };
}

describe('the sizes of a difference', () => {
  it('says what came, what went and by how much it grew', () => {
    expect(sizesOf([difference({ before: 100, after: 130, added: 50, removed: 20 }, 4)])).toEqual({
      added_m2: 50,
      removed_m2: 20,
      grown_m2: 30,
      moved_m: 4,
    });
  });

  it('knows no area of points, only how far they moved', () => {
    const point = difference({ before: 0, after: 0, added: 0, removed: 0 }, 12);

    expect(sizesOf([point])).toEqual({ added_m2: null, removed_m2: null, grown_m2: null, moved_m: 12 });
  });

  it('adds several up; a shared border that moved leaves the whole as large as it was', () => {
    const both = [
      difference({ before: 100, after: 90, removed: 10 }),
      difference({ before: 50, after: 60, added: 10 }),
    ];

    expect(sizesOf(both)).toEqual({ added_m2: 10, removed_m2: 10, grown_m2: 0, moved_m: null });
  });

  it('counts a space that is new or gone as all of it', () => {
    expect(sizesOf([difference({ after: 70, added: 70 }, null)]).grown_m2).toBe(70);
    expect(sizesOf([difference({ before: 70, removed: 70 }, null)]).grown_m2).toBe(-70);
  });
});
