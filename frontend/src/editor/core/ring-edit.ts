/** What changed between two lists of corners: moved ones, one more, or one less, so that neighbours can follow. */
import { addCorner, moveCorner, removeCorner } from './corners';
import { samePlace } from './grid';
import type { Geometry, LonLat, Ring } from './space';

export type RingEdit =
  | { readonly kind: 'moved'; readonly moves: readonly (readonly [from: LonLat, to: LonLat])[] }
  | { readonly kind: 'added'; readonly start: LonLat; readonly end: LonLat; readonly place: LonLat }
  | { readonly kind: 'removed'; readonly place: LonLat };

/** The one way in which `after` differs from `before`, both open; `null` for anything else. */
export function ringEdit(before: Ring, after: Ring, closed: boolean): RingEdit | null {
  const grown = after.length - before.length;
  if (grown === 0) return { kind: 'moved', moves: changed(before, after) };
  const at = before.findIndex((place, n) => !after[n] || !samePlace(place, after[n]));
  const n = at < 0 ? before.length : at;
  if (grown === -1 && alike(before.toSpliced(n, 1), after) && before[n])
    return { kind: 'removed', place: before[n] };
  if (grown !== 1 || !alike(before, after.toSpliced(n, 1))) return null;
  const [start, place, end] = [
    closed ? after.at(n - 1) : after[n - 1],
    after[n],
    closed ? after[(n + 1) % after.length] : after[n + 1],
  ];
  return start && place && end ? { kind: 'added', start, place, end } : null;
}

function changed(before: Ring, after: Ring): (readonly [LonLat, LonLat])[] {
  return before.flatMap((from, n) => {
    const to = after[n];
    return to && !samePlace(from, to) ? [[from, to] as const] : [];
  });
}

function alike(one: Ring, other: Ring): boolean {
  return one.length === other.length && changed(one, other).length === 0;
}

/** The geometry of a neighbour after the edit; `null` where it cannot follow. */
export function followed(geometry: Geometry, edit: RingEdit): Geometry | null {
  switch (edit.kind) {
    case 'moved':
      return edit.moves.reduce((so_far, [from, to]) => moveCorner(so_far, from, to), geometry);
    case 'added':
      return addCorner(geometry, edit.start, edit.end, edit.place);
    case 'removed':
      return removeCorner(geometry, edit.place);
  }
}

/** The corners that must be a neighbour's too for it to follow: any of the moved, both ends of the edge, the lost one. */
export function placesOf(edit: RingEdit): readonly LonLat[] {
  switch (edit.kind) {
    case 'moved':
      return edit.moves.map(([from]) => from);
    case 'added':
      return [edit.start, edit.end];
    case 'removed':
      return [edit.place];
  }
}
