/** The name of this tab's draft. A reloaded tab finds its own again; a duplicated one gets a name of its own. */
import { heldLocks, holdDraft } from './drafts';

const NAME = 'learning-map-tab';

export async function ownTab(): Promise<string> {
  const known = sessionStorage.getItem(NAME);
  const free = known !== null && !(await heldLocks()).has(known);
  const tab = free ? known : crypto.randomUUID();
  sessionStorage.setItem(NAME, tab);
  holdDraft(tab);
  return tab;
}
