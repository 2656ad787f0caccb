/** The feed of changes as a list for people: read to its end, one line for each changeset, the newest first. */
import { given, type Api, type Schemas } from '../../../api/client';
import { keyOf, type SpaceKey } from '../../core/space';

export type Change = Schemas['Change'];

export interface Feed {
  readonly changes: readonly Change[];
  /** Where to go on at the next visit. */
  readonly cursor: string;
  /** Whether the feed was read to its end. */
  readonly whole: boolean;
}

/** One changeset over all kinds. */
export interface Entry {
  readonly changeset: number;
  readonly when: string;
  readonly who: string | null;
  readonly why: string;
  readonly source: string;
  readonly collections: readonly string[];
  readonly counts: { readonly create: number; readonly modify: number; readonly delete: number };
  readonly spaces: readonly {
    readonly key: SpaceKey;
    readonly action: Change['features'][number]['action'];
  }[];
  /** West, south, east, north; several where it touched several kinds. */
  readonly boxes: readonly (readonly number[])[];
}

const A_PAGE = 1000;
const MOST_PAGES = 20;

/** What came after a moment, or after a cursor of an earlier reading. Throws ApiProblem, Unreachable. */
export async function readFeed(api: Api, from: { since?: string; cursor?: string }): Promise<Feed> {
  const changes: Change[] = [];
  let query: { since?: string; cursor?: string } = from;
  for (let n = 0; n < MOST_PAGES; n++) {
    const page = await given(api.GET('/changes', { params: { query: { ...query, limit: A_PAGE } } }));
    changes.push(...page.changes);
    query = { cursor: page.cursor };
    if (!page.links.some(({ rel }) => rel === 'next')) return { changes, cursor: page.cursor, whole: true };
  }
  return { changes, cursor: query.cursor ?? '', whole: false };
}

export function entries(changes: readonly Change[]): Entry[] {
  const found = new Map<number, Entry>();
  for (const change of changes) found.set(change.changeset, joined(found.get(change.changeset), change));
  return [...found.values()].sort(
    (one, other) => other.when.localeCompare(one.when) || other.changeset - one.changeset,
  );
}

function joined(known: Entry | undefined, change: Change): Entry {
  const { changeset, collection, when, why, source } = change;
  const counts = known?.counts ?? { create: 0, modify: 0, delete: 0 };
  return {
    changeset,
    when: known && known.when > when ? known.when : when,
    who: change.who ?? null,
    why,
    source,
    collections: [...(known?.collections ?? []), collection],
    counts: {
      create: counts.create + (change.counts.create ?? 0),
      modify: counts.modify + (change.counts.modify ?? 0),
      delete: counts.delete + (change.counts.delete ?? 0),
    },
    spaces: [
      ...(known?.spaces ?? []),
      ...change.features.map(({ id, action }) => ({ key: keyOf(collection, id), action })),
    ],
    boxes: [...(known?.boxes ?? []), ...(change.bbox ? [change.bbox] : [])],
  };
}

export interface Wanted {
  /** Empty for everybody. */
  readonly who: string;
  /** Empty for every kind. */
  readonly kind: string;
}

export function narrowed(all: readonly Entry[], { who, kind }: Wanted): Entry[] {
  return all.filter(
    (entry) => (!who || (entry.who ?? '') === who) && (!kind || entry.collections.includes(kind)),
  );
}

export function people(all: readonly Entry[]): string[] {
  return [...new Set(all.flatMap(({ who }) => who ?? []))].sort((one, other) => one.localeCompare(other));
}

export const PERIODS = { day: 1, week: 7, month: 30, ever: null } as const;
export type Period = keyof typeof PERIODS;

/** The moment from which a period counts; none for everything. */
export function since(period: Period, now: Date): { since?: string } {
  const days = PERIODS[period];
  return days === null ? {} : { since: new Date(now.getTime() - days * 86_400_000).toISOString() };
}
