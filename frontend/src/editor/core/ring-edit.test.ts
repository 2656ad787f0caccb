import { describe, expect, it } from 'vitest';

import { followed, placesOf, ringEdit } from './ring-edit';
import type { Geometry, LonLat } from './space';

const [A, B, C, D]: readonly [LonLat, LonLat, LonLat, LonLat] = [
  [100, 7],
  [101, 7],
  [101, 8],
  [100, 8],
];
const X: LonLat = [100.5, 7];

describe('an edit of corners as text', () => {
  it('is a move where as many are left', () => {
    const edit = ringEdit([A, B, C], [A, X, C], true);

    expect(edit).toEqual({ kind: 'moved', moves: [[B, X]] });
    expect(edit && placesOf(edit)).toEqual([B]);
  });

  it('is a new corner on the edge where it stands', () => {
    expect(ringEdit([A, B, C], [A, X, B, C], true)).toEqual({ kind: 'added', start: A, end: B, place: X });
    expect(ringEdit([A, B, C], [A, B, C, X], true)).toEqual({ kind: 'added', start: C, end: A, place: X });
    expect(ringEdit([A, B, C], [X, A, B, C], true)).toEqual({ kind: 'added', start: C, end: A, place: X });
  });

  it('is no edge at the end of a line', () => {
    expect(ringEdit([A, B], [A, B, C], false)).toBeNull();
    expect(ringEdit([A, B], [C, A, B], false)).toBeNull();
  });

  it('is a corner less', () => {
    expect(ringEdit([A, B, C, D], [A, B, D], true)).toEqual({ kind: 'removed', place: C });
    expect(ringEdit([A, B, C, D], [A, B, C], true)).toEqual({ kind: 'removed', place: D });
  });

  it('is nothing that neighbours could follow when all is new', () => {
    expect(ringEdit([A, B, C, D], [A, X], true)).toBeNull();
    expect(ringEdit([A, B, C], [D, X, B, C], true)).toBeNull();
  });
});

describe('a neighbour', () => {
  const beside: Geometry = { type: 'Polygon', coordinates: [[B, A, D, B]] };

  it('gets the new corner on its own way along the edge', () => {
    const edit = ringEdit([A, B, C], [A, X, B, C], true);

    expect(edit && followed(beside, edit)).toEqual({ type: 'Polygon', coordinates: [[B, X, A, D, B]] });
  });

  it('that would lose too much cannot follow', () => {
    const edit = ringEdit([A, B, C, D], [A, C, D], true);

    expect(edit && followed(beside, edit)).toBeNull();
  });
});
