/** Acts upon selected areas that the server works out: each becomes one step of the journal, whatever it touches. */
import { ActFailed, askAct, type ActName } from '../api/acts';
import { drawnOf, outcome, type ActAnswer, type Drawn } from '../core/acting';
import { contentOf } from '../core/journal';
import { partsOf, type Content, type Geometry, type SpaceKey } from '../core/space';
import type { Canvas } from '../map/canvas';
import { find, perform, type World } from '../state/world';
import { areaChangeText } from '../words/numbers';
import { drawing, freshKeys } from './draw';
import { editable } from './select';

/** The server takes so many at once. */
const MOST_NEIGHBOURS = 100;

interface Wish {
  readonly act: ActName;
  readonly label: string;
  readonly body: object;
  /** The space that stays selected, and whose attributes new parts get. */
  readonly source: SpaceKey;
  /** What else becomes of the spaces, such as chosen attributes. */
  readonly finish?: (contents: Map<SpaceKey, Content | null>) => void;
}

/** Has an act worked out and takes it over as one step. If it cannot be, says why and keeps the wish to try again. */
export async function carryOut(world: World, wish: Wish): Promise<void> {
  const { hand, words } = world;
  if (hand.busy.value) return;
  const before = world.journal.value;
  hand.busy.value = true;
  hand.failed.value = null;
  world.notice.value = words.acts.working(wish.label);
  try {
    const asking = { language: world.page.language, csrf: world.csrf.value };
    const answer = await askAct(wish.act, wish.body, asking);
    const contents = outcome(answer, {
      contentOf: (key) => find(world, key),
      freshKey: freshKeys(world),
      source: wish.source,
    });
    if ([...contents.keys()].some((key) => find(world, key) !== contentOf(before, key)))
      throw new ActFailed('refused', words.acts.changedMeanwhile);
    wish.finish?.(contents);
    takeOver(world, wish, answer, contents);
  } catch (error) {
    if (!(error instanceof ActFailed)) throw error;
    tell(world, wish, error);
  } finally {
    hand.busy.value = false;
  }
}

function takeOver(
  world: World,
  wish: Wish,
  answer: ActAnswer,
  contents: ReadonlyMap<SpaceKey, Content | null>,
) {
  const { words, page } = world;
  perform(world, wish.label, contents);
  if (find(world, wish.source)) world.selection.value = [wish.source];
  const change = areaChangeText(answer.area_change_m2, null, page.language);
  world.notice.value = words.acts.done(wish.label, contents.size, change);
  world.tool.value = 'select';
}

function tell(world: World, wish: Wish, { reason, words: theirs }: ActFailed): void {
  const { acts } = world.words;
  const said = { unreachable: acts.unreachable(wish.label), 'signed-out': acts.signedOut, refused: theirs }[
    reason
  ];
  world.notice.value = said;
  if (reason === 'signed-out') world.signedOut.value = true;
  world.hand.failed.value = {
    words: said,
    again: () => {
      void carryOut(world, refreshed(world, wish));
    },
  };
}

/** The wish with outlines as they are by now. */
function refreshed(world: World, wish: Wish): Wish {
  const anew = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return (value as readonly Drawn[]).map((each) => drawn(world, `${each.collection}/${each.id}`) ?? each);
  };
  const lists = ['features', 'neighbours', 'from', 'to'];
  const members = Object.entries(wish.body as Readonly<Record<string, unknown>>);
  const body = members.map(([name, value]) => [name, lists.includes(name) ? anew(value) : value]);
  return { ...wish, body: Object.fromEntries(body) as object };
}

function drawn(world: World, key: SpaceKey): Drawn | null {
  const content = find(world, key);
  return content && drawnOf(key, content);
}

/** The one selected area that may be changed here. */
export function selectedArea(world: World): { key: SpaceKey; content: Content } | null {
  const [key, ...others] = world.selection.value;
  const content = key && !others.length && editable(world, key) ? find(world, key) : null;
  return key && content && isArea(content.geometry) ? { key, content } : null;
}

export function isArea(geometry: Geometry): boolean {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Areas of the same collection around these, as drawn here; only those that this person may change. */
export function neighbours(world: World, canvas: Canvas, keys: readonly SpaceKey[]): Drawn[] {
  const near = keys.flatMap((key) => {
    const content = find(world, key);
    return content ? canvas.features.near(partsOf(key).collection, content.geometry) : [];
  });
  const others = [...new Set(near)].filter((key) => !keys.includes(key) && editable(world, key));
  const areas = others.flatMap((key) => drawn(world, key) ?? []).filter(({ geometry }) => isArea(geometry));
  return areas.slice(0, MOST_NEIGHBOURS);
}

function withNeighbours(found: readonly Drawn[], name = 'neighbours'): object {
  return found.length ? { [name]: found } : {};
}

export const split = drawing('LineString', (world, line, canvas) => {
  const area = selectedArea(world);
  if (!area) {
    world.notice.value = world.words.selectAreaFirst;
    return;
  }
  const beside = world.together.value ? neighbours(world, canvas, [area.key]) : [];
  const body = { features: [drawnOf(area.key, area.content)], line, ...withNeighbours(beside) };
  void carryOut(world, { act: 'split', label: world.words.acts.step.split, body, source: area.key });
});

/** The others lose what lies in the first of the selected: those selected with it, else all that overlap it. */
export function cutAway(world: World, canvas: Canvas): void {
  const [key, ...chosen] = world.selection.value;
  const first = key && drawn(world, key);
  if (!key || !first) return;
  const from = chosen.length
    ? chosen.flatMap((each) => drawn(world, each) ?? [])
    : neighbours(world, canvas, [key]);
  if (!from.length) {
    world.notice.value = world.words.acts.noNeighbour;
    return;
  }
  const body = { features: [first], ...withNeighbours(from, 'from') };
  void carryOut(world, { act: 'cut-away', label: world.words.acts.step.cutAway, body, source: key });
}

/** The selected area takes over the corners of its neighbours, and they its own on their borders. */
export function snapToNeighbours(world: World, canvas: Canvas): void {
  const area = selectedArea(world);
  if (!area) return;
  const beside = neighbours(world, canvas, [area.key]);
  if (!beside.length) {
    world.notice.value = world.words.acts.noNeighbour;
    return;
  }
  const body = { features: [drawnOf(area.key, area.content)], to: beside, neighbours: beside };
  void carryOut(world, { act: 'snap', label: world.words.acts.step.snap, body, source: area.key });
}

/** What is to be left of the selected area: what lies within another space, or within a boundary. */
export function clipTo(world: World, to: SpaceKey | { readonly boundary: string }): void {
  const area = selectedArea(world);
  const other = typeof to === 'string' ? find(world, to) : null;
  if (!area || (typeof to === 'string' && !other)) return;
  const body = { features: [drawnOf(area.key, area.content)], to: other ? { geometry: other.geometry } : to };
  void carryOut(world, { act: 'clip', label: world.words.acts.step.clip, body, source: area.key });
}

/** All become the one that is kept; `properties` are those that somebody chose. */
export function merge(
  world: World,
  keys: readonly SpaceKey[],
  keep: SpaceKey,
  properties: Content['properties'],
): void {
  const ordered = [keep, ...keys.filter((key) => key !== keep)];
  const body = { features: ordered.flatMap((key) => drawn(world, key) ?? []), keep: partsOf(keep).id };
  const finish = (contents: Map<SpaceKey, Content | null>) => {
    const merged = contents.get(keep);
    if (merged) contents.set(keep, { ...merged, properties });
  };
  void carryOut(world, { act: 'merge', label: world.words.acts.step.merge, body, source: keep, finish });
}
