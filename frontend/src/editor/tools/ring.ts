/** A ring edited as text: where one corner moved, came or went, the neighbours that share it follow. */
import { changeTogether } from '../core/corners';
import { cornerKey, paths } from '../core/grid';
import { followed, placesOf, ringEdit, type RingEdit } from '../core/ring-edit';
import { contentOf } from '../core/journal';
import type { Geometry, LonLat, SpaceKey } from '../core/space';
import { find, perform, type World } from '../state/world';
import { isArea } from './acts';
import { editable } from './select';

export interface RingText {
  readonly key: SpaceKey;
  /** Which of the lists of positions, and its corners now, open. */
  readonly n: number;
  readonly places: readonly LonLat[];
  /** The whole geometry with them. */
  readonly geometry: Geometry;
}

export function editRing(world: World, { key, n, places, geometry }: RingText, label: string): void {
  const content = find(world, key);
  const path = content && paths(content.geometry)[n];
  if (!content || !path) return;
  const closed = isArea(content.geometry);
  const together = world.together.value && content.geometry.type !== 'Point';
  const edit = together ? ringEdit(closed ? path.slice(0, -1) : path, places, closed) : null;
  const others = edit ? sharing(world, key, edit) : [];
  const change = (each: Geometry) => edit && followed(each, edit);
  const after =
    changeTogether(others, (each) => find(world, each), change) ?? new Map<SpaceKey, typeof content>();
  perform(world, label, new Map([...after, [key, { ...content, geometry }]]));
}

/** The other spaces that have the corners which the edit is about. */
function sharing(world: World, key: SpaceKey, edit: RingEdit): SpaceKey[] {
  const journal = world.journal.value;
  const wanted = placesOf(edit).map(cornerKey);
  const all = edit.kind === 'added';
  const has = (other: SpaceKey) => {
    const geometry = contentOf(journal, other)?.geometry;
    if (!geometry || geometry.type === 'Point') return false; // what happens to stand there is no border
    const corners = new Set(paths(geometry).flat().map(cornerKey));
    return all ? wanted.every((each) => corners.has(each)) : wanted.some((each) => corners.has(each));
  };
  const keys = new Set([...journal.stored.keys(), ...journal.changed.keys()]);
  return [...keys].filter((other) => other !== key && editable(world, other) && has(other));
}
