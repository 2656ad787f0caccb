/** Whether edits may be published by this person, or only proposed. The server decides; this says it beforehand. */
import type { Rights } from '../page-data';
import type { Edit } from './journal';

/** As the server does: a reviewer everything, a publisher what is and stays the partner's. */
export function mayPublish(rights: Rights, edits: readonly Edit[]): boolean {
  return rights.publish || edits.every((edit) => publishes(rights, edit));
}

function publishes({ publish_for }: Rights, { before, after }: Edit): boolean {
  const owners = [before, after].flatMap((content) => (content ? [content.properties.partner ?? null] : []));
  return owners.every((owner) => typeof owner === 'string' && publish_for.includes(owner));
}
