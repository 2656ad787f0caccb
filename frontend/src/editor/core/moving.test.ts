import { describe, expect, it } from 'vitest';

import { measure, toUtm } from './measuring';
import { copyOf, moveBy, shiftBetween } from './moving';
import type { Geometry, LonLat } from './space';

const START: LonLat = [100.08, 7.62];
const SQUARE: Geometry = {
  type: 'MultiPolygon',
  coordinates: [[[START, [100.081, 7.62], [100.081, 7.621], [100.08, 7.621], START]]],
};

describe('a whole space', () => {
  it('moves by metres and keeps its size', () => {
    const moved = moveBy(SQUARE, [250, -40]);
    const corner = moved.type === 'MultiPolygon' ? moved.coordinates[0]?.[0]?.[0] : undefined;
    const [east, north] = shiftBetween(START, corner ?? START);

    expect(Math.abs(east - 250)).toBeLessThan(0.02);
    expect(Math.abs(north + 40)).toBeLessThan(0.02);
    expect(Math.abs(measure(moved).area_m2 / measure(SQUARE).area_m2 - 1)).toBeLessThan(1e-5);
  });

  it('stays where it is to the last digit when moved by nothing', () => {
    expect(moveBy(SQUARE, [0, 0])).toEqual(SQUARE);
    expect(toUtm(START)).toEqual(toUtm([100.08, 7.62]));
  });

  it('is copied under a name that says so, as a draft', () => {
    const content = {
      geometry: SQUARE,
      properties: { name_th: 'ย่านเก่า', name_en: 'Old quarter', status: 'published', zone_type: 'heritage' },
    };

    expect(copyOf(content, [0, 0])).toEqual({
      geometry: SQUARE,
      properties: {
        name_th: 'ย่านเก่า (สำเนา)',
        name_en: 'Old quarter (copy)',
        status: 'draft',
        zone_type: 'heritage',
      },
    });
  });
});
