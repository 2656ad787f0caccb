/** The planner's work as a value: what the server holds, what the planner sees, and every step between. */
import { same, type Content, type SpaceKey, type Stored } from './space';

/** Contents by key; `null` is a space that is not there. */
export type Contents = ReadonlyMap<SpaceKey, Content | null>;

/** One thing the planner did: only what it touched, before and after. */
export interface Step {
  readonly label: string;
  readonly before: Contents;
  readonly after: Contents;
}

export interface Journal {
  readonly stored: ReadonlyMap<SpaceKey, Stored>;
  /** What differs from `stored`, as it is now. */
  readonly changed: Contents;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export interface Edit {
  readonly action: 'create' | 'modify' | 'delete';
  readonly key: SpaceKey;
  readonly version: number | null;
  readonly before: Content | null;
  readonly after: Content | null;
}

export const EMPTY: Journal = { stored: new Map(), changed: new Map(), done: [], undone: [] };

export function contentOf(journal: Journal, key: SpaceKey): Content | null {
  const changed = journal.changed.get(key);
  return changed === undefined ? (journal.stored.get(key)?.content ?? null) : changed;
}

/** The journal after one more step; a step that changes nothing leaves it as it was. */
export function act(journal: Journal, label: string, after: Contents): Journal {
  const real = new Map([...after].filter(([key, content]) => !same(content, contentOf(journal, key))));
  if (!real.size) return journal;
  const before = new Map([...real.keys()].map((key) => [key, contentOf(journal, key)]));
  const step = { label, before, after: real };
  return { ...put(journal, real), done: [...journal.done, step], undone: [] };
}

export function undo(journal: Journal): Journal {
  const step = journal.done.at(-1);
  if (!step) return journal;
  const done = journal.done.slice(0, -1);
  return { ...put(journal, step.before), done, undone: [...journal.undone, step] };
}

export function redo(journal: Journal): Journal {
  const step = journal.undone.at(-1);
  if (!step) return journal;
  const undone = journal.undone.slice(0, -1);
  return { ...put(journal, step.after), done: [...journal.done, step], undone };
}

/** What would be saved, in the order in which it was first touched. */
export function edits(journal: Journal): Edit[] {
  return [...journal.changed].map(([key, after]) => {
    const stored = journal.stored.get(key);
    const action = after === null ? 'delete' : stored ? 'modify' : 'create';
    return { action, key, version: stored?.version ?? null, before: stored?.content ?? null, after };
  });
}

/** Gives back one space as the server has it: a step like any other, so that it can be undone. */
export function revert(journal: Journal, label: string, key: SpaceKey): Journal {
  return act(journal, label, new Map([[key, journal.stored.get(key)?.content ?? null]]));
}

/**
 * The journal over newly loaded spaces. A space that the planner has changed keeps the version on which it was
 * changed: were it moved on to a newer one, saving would overwrite what somebody else did meanwhile.
 */
export function load(journal: Journal, fresh: ReadonlyMap<SpaceKey, Stored>): Journal {
  const unchanged = [...fresh].filter(([key]) => !journal.changed.has(key));
  return { ...journal, stored: new Map([...journal.stored, ...unchanged]) };
}

/**
 * The journal with a kept draft taken up again: its changes, on the versions on which they were made. What is changed
 * here already stays as it is.
 */
export function restore(journal: Journal, draft: Journal): Journal {
  const bases = [...draft.stored].filter(([key]) => draft.changed.has(key) && !journal.changed.has(key));
  return {
    stored: new Map([...journal.stored, ...bases]),
    changed: new Map([...draft.changed, ...journal.changed]),
    done: [...draft.done, ...journal.done],
    undone: journal.changed.size ? [] : draft.undone,
  };
}

/** The journal with `mine` settled on a newer version of a space, after a person has seen both. */
export function settleOn(
  journal: Journal,
  key: SpaceKey,
  theirs: Stored | null,
  mine: Content | null,
): Journal {
  const stored = new Map(journal.stored);
  if (theirs) stored.set(key, theirs);
  else stored.delete(key);
  return put({ ...journal, stored }, new Map([[key, mine]]));
}

/**
 * The journal after the server took `edits` and answered with `fresh`; an undo from here on is a new edit.
 * A space that was deleted is stored no more; what was changed while the answer was under way stays changed.
 */
export function saved(
  journal: Journal,
  sent: readonly Edit[],
  fresh: ReadonlyMap<SpaceKey, Stored>,
): Journal {
  const stored = new Map(journal.stored);
  const changed = new Map(journal.changed);
  for (const edit of sent) {
    const now = fresh.get(edit.key);
    const current = contentOf(journal, edit.key);
    if (now) stored.set(edit.key, now);
    else stored.delete(edit.key);
    // Undone meanwhile, it is as it was before: a change of what is now stored.
    if (same(current, edit.after) || same(current, now?.content ?? null)) changed.delete(edit.key);
    else changed.set(edit.key, current);
  }
  return { ...journal, stored, changed };
}

/** The journal with spaces under other keys, in every step too: what was drawn has got its id. */
export function renamed(journal: Journal, names: ReadonlyMap<SpaceKey, SpaceKey>): Journal {
  const rename = <V>(table: ReadonlyMap<SpaceKey, V>) =>
    new Map([...table].map(([key, value]) => [names.get(key) ?? key, value]));
  const steps = (some: readonly Step[]) =>
    some.map((step) => ({ ...step, before: rename(step.before), after: rename(step.after) }));
  return {
    stored: rename(journal.stored),
    changed: rename(journal.changed),
    done: steps(journal.done),
    undone: steps(journal.undone),
  };
}

/** The journal without the edits that went elsewhere, as a proposal does: the map shows again what is stored. */
export function setAside(journal: Journal, sent: readonly Edit[]): Journal {
  const changed = new Map(journal.changed);
  for (const edit of sent) if (same(changed.get(edit.key), edit.after)) changed.delete(edit.key);
  return { ...journal, changed, done: [], undone: [] };
}

/** `contents` laid over the journal; what is then as stored counts as unchanged, whatever way led there. */
function put(journal: Journal, contents: Contents): Journal {
  const changed = new Map(journal.changed);
  for (const [key, content] of contents) {
    if (same(content, journal.stored.get(key)?.content ?? null)) changed.delete(key);
    else changed.set(key, content);
  }
  return { ...journal, changed };
}
