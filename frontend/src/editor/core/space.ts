/** What the editor knows of a space. Everything here is replaced, never mutated, so that undo is a list of states. */

export type LonLat = readonly [lon: number, lat: number];
export type Ring = readonly LonLat[];
export type Rings = readonly Ring[];

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LonLat }
  | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
  | { readonly type: 'Polygon'; readonly coordinates: Rings }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };
export type Properties = Readonly<Record<string, Json>>;

/** `collection/id`: ids are unique over all kinds, but an address needs both. */
export type SpaceKey = `${string}/${string}`;

/** What a planner can change of a space. */
export interface Content {
  readonly geometry: Geometry;
  readonly properties: Properties;
}

/** A space as the server gave it. */
export interface Stored {
  readonly version: number;
  readonly content: Content;
}

export function keyOf(collection: string, id: string): SpaceKey {
  return `${collection}/${id}`;
}

export function partsOf(key: SpaceKey): { collection: string; id: string } {
  const slash = key.indexOf('/');
  return { collection: key.slice(0, slash), id: key.slice(slash + 1) };
}

/** Whether two values are the same JSON, whatever the order of their members. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => name in second && same(first[name], second[name]))
  );
}
