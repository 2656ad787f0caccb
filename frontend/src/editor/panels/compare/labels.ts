/** What the fields of a kind are called in the reader's language. */
import type { World } from '../../state/world';
import { fieldsFor } from '../fields';

export type Labels = Readonly<Record<string, string>>;

/** Empty until they are known. */
export function labelsOf(world: World, collection: string): Labels {
  return Object.fromEntries(fieldsFor(world, collection).map(({ name, label }) => [name, label]));
}
