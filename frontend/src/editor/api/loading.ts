/** Reads whole collections page by page, by the `next` links of OGC API – Features. */
import type { Geometry, Json, Properties, SpaceKey, Stored } from '../core/space';
import { keyOf, partsOf } from '../core/space';

interface Link {
  readonly rel: string;
  readonly href: string;
}

interface Feature {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, Json>>;
}

interface FeatureCollection {
  readonly features: readonly Feature[];
  readonly links?: readonly Link[];
}

export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** What the server stamps on a space: shown, never sent back. */
export const STAMPED = new Set(['uid', 'version', 'changeset', 'created_at', 'updated_at']);
/** The server makes the next page while this one is read. */
const A_PAGE = 2500;

export class LoadingFailed extends Error {
  constructor(
    readonly collection: string,
    readonly status: number,
  ) {
    super(`${collection}: ${status}`);
  }
}

/** Every space of a collection that this person may see, now or at the end of a day. Throws LoadingFailed. */
export async function loadCollection(
  collection: string,
  get: Fetch = fetch,
  day = '',
): Promise<Map<SpaceKey, Stored>> {
  const spaces = new Map<SpaceKey, Stored>();
  const then = day && `&as_of=${day}`;
  let page = await readPage(collection, `/api/collections/${collection}/items?limit=${A_PAGE}${then}`, get);
  for (;;) {
    const next = page.links?.find((link) => link.rel === 'next')?.href;
    const coming = next === undefined ? null : readPage(collection, next, get);
    for (const feature of page.features) spaces.set(keyOf(collection, feature.id), storedOf(feature));
    if (!coming) return spaces;
    page = await coming;
  }
}

async function readPage(collection: string, address: string, get: Fetch): Promise<FeatureCollection> {
  const response = await get(address, { headers: { Accept: 'application/geo+json' } });
  if (!response.ok) throw new LoadingFailed(collection, response.status);
  return (await response.json()) as FeatureCollection;
}

/** One space as it is stored now. Throws LoadingFailed. */
export async function loadSpace(key: SpaceKey, get: Fetch = fetch): Promise<Stored> {
  const { collection, id } = partsOf(key);
  const response = await get(`/api/collections/${collection}/items/${id}`, {
    headers: { Accept: 'application/geo+json' },
    cache: 'no-cache',
  });
  if (!response.ok) throw new LoadingFailed(collection, response.status);
  return storedOf((await response.json()) as Feature);
}

export function storedOf(feature: Feature): Stored {
  const properties: Properties = Object.fromEntries(
    Object.entries(feature.properties).filter(([name]) => !STAMPED.has(name)),
  );
  return { version: Number(feature.properties.version), content: { geometry: feature.geometry, properties } };
}
