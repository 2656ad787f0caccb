/** Changesets that wait to be sent, in the order in which they were saved; made offline, several may wait. */
import { contentOf, edits, type Contents, type Edit, type Journal } from '../core/journal';
import { same, type Content, type SpaceKey } from '../core/space';
import type { ChangesetBody } from './changeset';

export interface Batch {
  /** The Idempotency-Key: sent twice because an answer was lost, it is applied once. */
  readonly key: string;
  readonly comment: string;
  readonly propose: boolean;
  readonly contents: Contents;
  /** What was sent, once it was: a repetition must be the same to the letter. */
  readonly body: ChangesetBody | null;
}

/** What is to be saved beyond what waits already; with `only`, of these spaces. */
export function unqueued(journal: Journal, queue: readonly Batch[], only?: ReadonlySet<SpaceKey>): Contents {
  const waiting = new Map(queue.flatMap(({ contents }) => [...contents]));
  const keys = [...new Set([...journal.changed.keys(), ...waiting.keys()])];
  const base = (key: SpaceKey): Content | null =>
    waiting.get(key) ?? (waiting.has(key) ? null : (journal.stored.get(key)?.content ?? null));
  const open = keys.filter((key) => (!only || only.has(key)) && !same(contentOf(journal, key), base(key)));
  return new Map(open.map((key) => [key, contentOf(journal, key)]));
}

/** The edits that a batch comes to, on what is stored now. */
export function editsOf(journal: Journal, { contents }: Batch): Edit[] {
  const real = [...contents].filter(
    ([key, content]) => !same(content, journal.stored.get(key)?.content ?? null),
  );
  return edits({ ...journal, changed: new Map(real) });
}

/** The batches with spaces under the ids that the server gave them. */
export function rekeyed(queue: readonly Batch[], names: ReadonlyMap<SpaceKey, SpaceKey>): Batch[] {
  return queue.map((batch) => ({
    ...batch,
    contents: new Map([...batch.contents].map(([key, content]) => [names.get(key) ?? key, content])),
  }));
}
