/** What others changed since this person last looked: the place in the feed is kept in this browser, for each log-in. */
import { signal } from '@preact/signals';

import { ApiProblem, Unreachable, type Api } from '../../../api/client';
import type { World } from '../../state/world';
import { apiOf } from '../asking';
import { entries, readFeed, since, type Entry } from './changes';

export interface Visit {
  readonly cursor: string;
  readonly at: string;
}

export interface News {
  /** When this person last looked; null at the first visit. */
  readonly since: string | null;
  readonly entries: readonly Entry[];
  readonly cursor: string;
}

/** None until it is known. */
export const news = signal<News | null>(null);

const nameFor = (login: string) => `editor-last-visit:${login}`;

/** The last visit that this browser remembers. */
export function lastVisit(login: string, store: Pick<Storage, 'getItem'>): Visit | null {
  try {
    const found: unknown = JSON.parse(store.getItem(nameFor(login)) ?? 'null');
    return isVisit(found) ? found : null;
  } catch {
    return null; // what is kept is not ours, or nothing may be kept: as at the first visit
  }
}

function isVisit(found: unknown): found is Visit {
  return (
    typeof found === 'object' &&
    found !== null &&
    'cursor' in found &&
    typeof found.cursor === 'string' &&
    'at' in found &&
    typeof found.at === 'string'
  );
}

export function remember(login: string, visit: Visit, store: Pick<Storage, 'setItem'>): void {
  try {
    store.setItem(nameFor(login), JSON.stringify(visit));
  } catch {
    return; // a browser that keeps nothing shows every visit as the first
  }
}

/** What came since the visit; a cursor that the server knows no more makes it the first. Throws Unreachable. */
export async function newsSince(api: Api, visit: Visit | null, me: string, now: Date): Promise<News> {
  if (visit)
    try {
      const feed = await readFeed(api, { cursor: visit.cursor });
      const others = entries(feed.changes).filter(({ who }) => who !== me);
      return { since: visit.at, entries: others, cursor: feed.cursor };
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 400) throw error;
    }
  const { cursor } = await readFeed(api, since('day', now));
  return { since: null, entries: [], cursor };
}

/** Reads the news for the badge; the first visit is remembered at once, so that the next one has news. */
export async function watch(world: World): Promise<void> {
  const { login, name } = world.page.user ?? { login: '', name: '' };
  const now = new Date();
  try {
    const found = await newsSince(apiOf(world), lastVisit(login, localStorage), name, now);
    news.value = found;
    if (found.since === null) remember(login, { cursor: found.cursor, at: now.toISOString() }, localStorage);
    world.waiting.value = { ...world.waiting.value, history: found.entries.length };
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
  }
}

/** The news were looked at: the badge goes, and the next visit starts from here. */
export function looked(world: World): void {
  if (!news.value) return;
  const at = new Date().toISOString();
  remember(world.page.user?.login ?? '', { cursor: news.value.cursor, at }, localStorage);
  world.waiting.value = { ...world.waiting.value, history: 0 };
}
