/** Ways to mend what lies between two zones: worked out by the server on the zones as they are drawn, shown before done. */
import { posting, sessionOf } from '../api/posting';
import type { Fetch } from '../api/loading';
import { contentOf } from '../core/journal';
import { keyOf, partsOf, type Geometry, type SpaceKey } from '../core/space';
import type { World } from '../state/world';
import type { Finding } from './layer-check';

/** Narrower gaps than this are closed; wider ones are meant, or need a person. */
const LEAST_TOLERANCE_M = 0.5;
const MOST_TOLERANCE_M = 10;
const MOST_FILLS = 4;

export interface Way {
  readonly act: 'cut-away' | 'snap' | 'merge';
  /** The zone that changes, and the one it is fitted to, if any. */
  readonly changes: SpaceKey;
  readonly stays: SpaceKey | null;
  readonly body: object;
}

export interface Mend {
  readonly way: Way;
  readonly after: ReadonlyMap<SpaceKey, Geometry>;
  readonly changes: readonly {
    readonly key: SpaceKey;
    readonly area_change_m2: number;
    readonly area_change_percent: number | null;
  }[];
}

export class MendImpossible extends Error {
  constructor(readonly words: string) {
    super(words);
  }
}

/** The ways there are: an overlap is cut out of one zone; a border is drawn up to the other; a gap is given to a zone. */
export function waysToMend(world: World, finding: Finding): Way[] {
  const pairs = pairsOf(finding.keys);
  if (finding.code === 'overlap') return pairs.map(([changes, stays]) => cut(world, changes, stays));
  const tolerance_m = toleranceFor(finding);
  const drawnUp = tolerance_m > MOST_TOLERANCE_M ? [] : pairs;
  const snaps = drawnUp.map(([changes, stays]) => snap(world, changes, stays, tolerance_m));
  return finding.code === 'gap' ? [...snaps, ...fills(world, finding)] : snaps;
}

/** Two zones, each as the one that changes; what lies between more than two has no such pair. */
function pairsOf([one, other, ...more]: readonly SpaceKey[]): (readonly [SpaceKey, SpaceKey])[] {
  if (!one || !other || more.length) return [];
  return [
    [one, other],
    [other, one],
  ];
}

function cut(world: World, changes: SpaceKey, stays: SpaceKey): Way {
  const body = { features: [ref(world, stays)], from: [ref(world, changes)] };
  return { act: 'cut-away', changes, stays, body };
}

function snap(world: World, changes: SpaceKey, stays: SpaceKey, tolerance_m: number): Way {
  const to = [ref(world, stays)];
  const body = { features: [ref(world, changes)], to, neighbours: to, tolerance_m };
  return { act: 'snap', changes, stays, body };
}

function fills(world: World, { keys, geometry }: Finding): Way[] {
  return keys.slice(0, MOST_FILLS).map((changes) => {
    const { collection, id } = partsOf(changes);
    const gap = { collection, id: 'the-gap-itself', geometry };
    return {
      act: 'merge',
      changes,
      stays: null,
      body: { features: [ref(world, changes), gap], keep: id },
    };
  });
}

/** Twice as wide as the gap is on average, so that its wide end is closed too. */
function toleranceFor({ area_m2, geometry }: Finding): number {
  if (geometry?.type !== 'Polygon') return LEAST_TOLERANCE_M;
  const [shell = []] = geometry.coordinates;
  const length_m = shell.slice(1).reduce((sum, [lon, lat], n) => {
    const [west = lon, south = lat] = shell[n] ?? [];
    return sum + Math.hypot((lon - west) * 110_300, (lat - south) * 110_600);
  }, 0);
  const width_m = length_m ? (2 * area_m2) / length_m : 0;
  return Math.max(LEAST_TOLERANCE_M, Math.ceil(width_m * 20) / 10);
}

/** A zone by its name, and with its shape where that is not what the server has. */
function ref(world: World, key: SpaceKey): object {
  const { collection, id } = partsOf(key);
  const changed = world.journal.value.changed.get(key);
  return changed ? { collection, id, geometry: changed.geometry } : { collection, id };
}

interface Document {
  readonly features: readonly {
    readonly id: string;
    readonly geometry: Geometry;
    readonly properties: { readonly state: string; readonly collection: string };
  }[];
  readonly changes: readonly {
    readonly collection: string;
    readonly id: string;
    readonly area_change_m2: number;
    readonly area_change_percent: number | null;
  }[];
  readonly valid: boolean;
  readonly detail?: string;
}

/** What a way would do. Throws MendImpossible, in the server's words. */
export async function tryToMend(world: World, way: Way, ask: Fetch = fetch): Promise<Mend> {
  const response = await ask(
    `/api/acts/${way.act}`,
    posting(sessionOf(world), { ...way.body, preview: true }),
  );
  const answer = (await response.json().catch(() => ({}))) as Document;
  if (!response.ok || !answer.valid) throw new MendImpossible(answer.detail ?? '');
  const after = answer.features
    .filter(({ properties }) => properties.state === 'after')
    .map(({ id, geometry, properties }) => [keyOf(properties.collection, id), geometry] as const);
  const known = new Map(after);
  return {
    way,
    after: known,
    changes: answer.changes
      .map(({ collection, id, ...change }) => ({ ...change, key: keyOf(collection, id) }))
      .filter(({ key }) => known.has(key)),
  };
}

/** The contents that a mend comes to, for one step of the journal. */
export function mended(world: World, { after }: Mend) {
  return new Map(
    [...after].flatMap(([key, geometry]) => {
      const content = contentOf(world.journal.value, key);
      return content ? [[key, { ...content, geometry }] as const] : [];
    }),
  );
}
