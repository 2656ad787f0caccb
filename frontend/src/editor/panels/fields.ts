/** The fields of every collection, fetched once: forms, change list, conflicts and refusals call them alike. */
import { signal } from '@preact/signals';

import { partsOf, type SpaceKey } from '../core/space';
import type { World } from '../state/world';
import { fieldsOf, type Field, type Schema } from './schema';

const known = signal<ReadonlyMap<string, readonly Field[]>>(new Map());
const asked = new Set<string>();
/** Collections whose schema could not be read. */
export const unread = signal<ReadonlySet<string>>(new Set());

/** Asks for what is not known yet of each collection; what failed is asked again at the next call. */
export function fetchFields(world: World): void {
  for (const { id } of world.page.collections) if (!asked.has(id)) void fetchOne(world, id);
}

/** The fields of a collection; none while they are under way. */
export function fieldsFor(world: World, collection: string): readonly Field[] {
  if (!asked.has(collection)) void fetchOne(world, collection);
  return known.value.get(collection) ?? [];
}

/** What people call a field of a space; the shape is one too. */
export function labelOf(world: World, key: SpaceKey, name: string): string {
  if (name === 'geometry' || name === '') return world.words.shape;
  const found = fieldsFor(world, partsOf(key).collection).find((field) => field.name === name);
  return found?.label ?? world.words.form.otherField;
}

async function fetchOne(world: World, collection: string): Promise<void> {
  const info = world.page.collections.find(({ id }) => id === collection);
  if (!info) return;
  asked.add(collection);
  try {
    const response = await fetch(`/api/collections/${collection}/schema?f=json`, {
      headers: { 'Accept-Language': world.page.language },
    });
    if (!response.ok) throw new Error(`schema of ${collection}: ${response.status}`);
    const fields = fieldsOf((await response.json()) as Schema, info);
    known.value = new Map(known.value).set(collection, fields); // copied after waiting: others arrive meanwhile
    unread.value = new Set([...unread.value].filter((each) => each !== collection));
  } catch {
    asked.delete(collection);
    unread.value = new Set([...unread.value, collection]);
  }
}
