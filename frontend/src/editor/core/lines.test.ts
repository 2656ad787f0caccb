import { describe, expect, it } from 'vitest';

import { besideLine, withoutLine } from './lines';
import type { LonLat } from './space';

const OPEN: LonLat[] = [
  [100.08, 7.62],
  [100.09, 7.62],
  [100.09, 7.63],
];
const CLOSED = [...OPEN, ...OPEN.slice(0, 1)];

describe('a corner of the table', () => {
  it('is put in half-way to the next', () => {
    const longer = besideLine(CLOSED, true, 0);

    expect(longer).toHaveLength(4);
    expect(Math.abs((longer?.[1]?.[0] ?? 0) - 100.085)).toBeLessThan(1e-6);
    expect(Math.abs((longer?.[1]?.[1] ?? 0) - 7.62)).toBeLessThan(1e-6);
  });

  it('is put in on the edge that closes a ring, and not after the end of a line', () => {
    expect(besideLine(CLOSED, true, 2)).toHaveLength(4);
    expect(besideLine(OPEN, false, 2)).toBeNull();
  });

  it('is taken out while enough are left', () => {
    expect(withoutLine(OPEN, false, 1)).toEqual([OPEN[0], OPEN[2]]);
    expect(withoutLine(CLOSED, true, 1)).toBeNull();
  });
});
