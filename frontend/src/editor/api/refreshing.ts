/** Reads anew what others, or an act outside of the journal, changed: the map shows the spaces as they are stored now. */
import { load, type Journal } from '../core/journal';
import type { SpaceKey, Stored } from '../core/space';
import { arrive, type World } from '../state/world';
import { LoadingFailed, loadSpace, type Fetch } from './loading';

/** What the planner has changed stays as it is, on the version on which it was changed. */
export async function refresh(world: World, keys: readonly SpaceKey[], get: Fetch = fetch): Promise<void> {
  const found = await Promise.all(keys.map(async (key) => [key, await storedNow(key, get)] as const));
  arrive(world, refreshed(world.journal.value, new Map(found)));
}

/** The journal with spaces as they are stored now; null for those that are not there. */
export function refreshed(journal: Journal, now: ReadonlyMap<SpaceKey, Stored | null>): Journal {
  const there = new Map([...now].flatMap(([key, stored]) => (stored ? [[key, stored] as const] : [])));
  const loaded = load(journal, there);
  const stored = new Map(loaded.stored);
  for (const [key, each] of now) if (!each && !journal.changed.has(key)) stored.delete(key);
  return { ...loaded, stored };
}

async function storedNow(key: SpaceKey, get: Fetch): Promise<Stored | null> {
  try {
    const stored = await loadSpace(key, get);
    return stored.content.properties.status === 'deleted' ? null : stored;
  } catch (error) {
    if (error instanceof LoadingFailed && error.status === 404) return null;
    throw error;
  }
}
