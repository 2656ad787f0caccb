/** The check of the zones as a layer: gaps, overlaps and near-misses between them, drafts and unsaved edits included. */
import { posting, sessionOf } from '../api/posting';
import type { Fetch } from '../api/loading';
import { contentOf } from '../core/journal';
import { paths } from '../core/grid';
import { keyOf, partsOf, type Content, type Geometry, type LonLat, type SpaceKey } from '../core/space';
import type { World } from '../state/world';

export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Finding {
  readonly code: string;
  readonly words: string;
  readonly at: LonLat | null;
  /** The zones it lies between; one for the fault of a single zone. */
  readonly keys: readonly SpaceKey[];
  readonly geometry: Geometry | null;
  readonly area_m2: number;
  readonly between: boolean;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly zones: number;
  /** So many findings are left out. */
  readonly more: number;
}

interface Told {
  readonly code: string;
  readonly th: string;
  readonly en: string;
  readonly at: LonLat | null;
}

interface Report {
  readonly features: number;
  readonly more: number;
  readonly faults: readonly (Told & { readonly feature: string | null })[];
  readonly layer: readonly (Told & {
    readonly features: readonly string[];
    readonly geometry: Geometry;
    readonly area_m2: number;
  })[];
}

export class CheckFailed extends Error {
  constructor(readonly words: string) {
    super(words);
  }
}

/** The collections whose spaces are areas and nothing else. */
export function zoneCollection(world: World): string | undefined {
  return world.page.collections.find(
    ({ geometry_types: [first, ...others] }) => first === 'MultiPolygon' && !others.length,
  )?.id;
}

/** What the server finds among the zones, all of them or those that touch the box. Throws CheckFailed. */
export async function checkLayer(world: World, box: Box | null, ask: Fetch = fetch): Promise<Checked> {
  const collection = zoneCollection(world);
  if (!collection) return { findings: [], zones: 0, more: 0 };
  const response = await ask('/api/validate', posting(sessionOf(world), question(world, collection, box)));
  const answer = (await response.json().catch(() => ({}))) as Report & { readonly detail?: string };
  if (!response.ok) throw new CheckFailed(answer.detail ?? '');
  return { findings: found(world, collection, answer), zones: answer.features, more: answer.more };
}

/** The zones as they are drawn; where none is changed, the server checks what it has. */
function question(world: World, collection: string, box: Box | null): object {
  const { stored, changed } = world.journal.value;
  const isChanged = [...changed.keys()].some((key) => partsOf(key).collection === collection);
  if (!isChanged) return box ? { collection, bbox: box } : { collection };
  const keys = new Set([...stored.keys(), ...changed.keys()]);
  const features = [...keys].flatMap((key) => {
    const content = partsOf(key).collection === collection ? contentOf(world.journal.value, key) : null;
    if (!content || (box && !touches(content, box))) return [];
    return [{ type: 'Feature', id: partsOf(key).id, geometry: content.geometry, properties: {} }];
  });
  return { type: 'FeatureCollection', features };
}

function touches({ geometry }: Content, [west, south, east, north]: Box): boolean {
  const places = paths(geometry).flat();
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  return (
    Math.min(...lons) <= east &&
    Math.max(...lons) >= west &&
    Math.min(...lats) <= north &&
    Math.max(...lats) >= south
  );
}

/** Faults of single zones first, then what lies between zones, the largest first. */
function found(world: World, collection: string, { faults, layer }: Report): Finding[] {
  const { language } = world.page;
  const single = faults.map((fault): Finding => ({
    code: fault.code,
    words: fault[language],
    at: fault.at,
    keys: fault.feature === null ? [] : [keyOf(collection, fault.feature)],
    geometry: null,
    area_m2: 0,
    between: false,
  }));
  const between = layer.map((fault): Finding => ({
    code: fault.code,
    words: fault[language],
    at: fault.at,
    keys: fault.features.map((id) => keyOf(collection, id)),
    geometry: fault.geometry,
    area_m2: fault.area_m2,
    between: true,
  }));
  return [...single, ...between.sort((one, other) => other.area_m2 - one.area_m2)];
}
