/**
 * Unsaved work, kept in the browser (IndexedDB): it survives a closed tab, a crash, an expired session and being offline.
 *
 * Each tab keeps a draft of its own, so that two tabs of one planner never overwrite each other; a tab holds a lock
 * on its draft while it lives, and what no living tab holds is offered for restoring.
 */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

import type { Batch } from '../api/queue';
import type { Journal } from '../core/journal';
import type { SpaceKey, Stored } from '../core/space';

export interface Draft {
  readonly tab: string;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly journal: Journal;
  readonly comment: string;
  /** Changesets that were saved and not yet sent. */
  readonly queue: readonly Batch[];
}

/** Which drafts other, living tabs hold. */
export type Held = () => Promise<ReadonlySet<string>>;

export class Drafts {
  private readonly store: UseStore;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly user: string,
    private readonly tab: string,
    private readonly held: Held = heldLocks,
    private readonly now: () => number = Date.now,
  ) {
    this.store = createStore('learning-map-editor', 'drafts');
  }

  /** Keeps the work as it is now; nothing unsaved, nothing kept. Resolves once it is safely stored. */
  keep(journal: Journal, comment: string, queue: readonly Batch[] = []): Promise<void> {
    const draft: Draft = {
      tab: this.tab,
      user: this.user,
      keptAt: this.now(),
      journal: slim(journal, queue),
      comment,
      queue,
    };
    const write = () =>
      journal.changed.size || queue.length ? set(this.tab, draft, this.store) : del(this.tab, this.store);
    this.last = this.last.then(write, write);
    return this.last;
  }

  /** The drafts of this user that no other tab is working on, the newest first. */
  async left(): Promise<Draft[]> {
    const held = await this.held();
    const all = await entries<string, Draft>(this.store);
    return all
      .map(([, draft]) => draft)
      .filter((draft) => draft.user === this.user && (draft.tab === this.tab || !held.has(draft.tab)))
      .sort((one, other) => other.keptAt - one.keptAt);
  }

  forget(draft: Draft): Promise<void> {
    return del(draft.tab, this.store);
  }
}

/** The journal with the stored spaces that its changes and steps speak of; the others are loaded anew. */
function slim(journal: Journal, queue: readonly Batch[]): Journal {
  const touched = new Set<SpaceKey>(journal.changed.keys());
  for (const { contents } of queue) for (const key of contents.keys()) touched.add(key);
  for (const step of [...journal.done, ...journal.undone])
    for (const key of step.after.keys()) touched.add(key);
  const stored = new Map<SpaceKey, Stored>();
  for (const key of touched) {
    const space = journal.stored.get(key);
    if (space) stored.set(key, space);
  }
  return { ...journal, stored };
}

const LOCK = 'learning-map-draft:';

/** Holds the lock of a tab's draft until the tab ends. */
export function holdDraft(tab: string): void {
  void navigator.locks.request(LOCK + tab, () => new Promise<never>(() => undefined));
}

export async function heldLocks(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap((lock) => (lock.name?.startsWith(LOCK) ? [lock.name.slice(LOCK.length)] : []));
  return new Set(names);
}
