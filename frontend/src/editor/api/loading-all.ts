/** Loads every collection into the world; what the planner has changed stays changed. */
import { load } from '../core/journal';
import type { SpaceKey, Stored } from '../core/space';
import { arrive, type World } from '../state/world';
import { LoadingFailed, loadCollection } from './loading';

export async function loadAll(world: World): Promise<void> {
  world.sync.value = 'loading';
  try {
    const found = await Promise.all(world.page.collections.map(({ id }) => loadCollection(id)));
    const all = new Map<SpaceKey, Stored>(found.flatMap((spaces) => [...spaces]));
    arrive(world, load(world.journal.value, all));
    world.sync.value = world.journal.value.changed.size ? 'unsaved' : 'saved';
  } catch (error) {
    world.sync.value = 'failed';
    world.notice.value = world.words.loadingFailed(titleOf(world, error));
  }
}

function titleOf(world: World, error: unknown): string {
  const id = error instanceof LoadingFailed ? error.collection : '';
  return world.page.collections.find((collection) => collection.id === id)?.title ?? world.words.map;
}
