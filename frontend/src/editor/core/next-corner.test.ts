import { describe, expect, it } from 'vitest';

import { TextFault } from './coordinate-text';
import { shiftBetween } from './moving';
import { readCorner } from './next-corner';
import type { LonLat } from './space';

const LAST: LonLat = [100.08, 7.617];

describe('the next corner', () => {
  it.each([
    ['degrees', '100.0812345, 7.62', [100.0812345, 7.62]],
    ['Thai digits', '๑๐๐.๐๘, ๗.๖๒', [100.08, 7.62]],
    ['metres of UTM 47N', '619130.408 842105.832', [100.08, 7.617]],
  ])('is read from %s', (_, text, place) => {
    expect(readCorner(text, undefined)).toEqual(place);
  });

  it.each([
    ['120@90', 120, 0],
    ['120 m @ 180°', 0, -120],
    ['๕๐@๐', 0, 50],
    ['100@45', 70.711, 70.711],
  ])('%s is that far from the last one', (text, east, north) => {
    const shift = shiftBetween(LAST, readCorner(text, LAST));

    expect(Math.abs(shift[0] - east)).toBeLessThan(0.01);
    expect(Math.abs(shift[1] - north)).toBeLessThan(0.01);
  });

  it.each([
    ['120@90', 'no-start'],
    ['far away', 'not-two-numbers'],
    ['7.62 100.08', 'out-of-range'],
    ['', 'empty'],
  ])('%j is refused', (text, code) => {
    expect(() => readCorner(text, undefined)).toThrow(TextFault);
    try {
      readCorner(text, undefined);
    } catch (error) {
      expect(error).toMatchObject({ code });
    }
  });
});
