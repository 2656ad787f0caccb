/** From the planner's edits to the body of `POST /api/changesets`, and from its answer to what that means. */
import type { Edit } from '../core/journal';
import { partsOf, same, type Geometry, type Json, type SpaceKey, type Stored } from '../core/space';
import { storedOf } from './loading';

interface Patch {
  readonly type: 'Feature';
  readonly geometry?: Geometry;
  readonly properties: Readonly<Record<string, Json>>;
}

export type ChangeBody =
  | { readonly action: 'create'; readonly collection: string; readonly feature: Patch }
  | {
      readonly action: 'modify';
      readonly collection: string;
      readonly id: string;
      readonly version: number;
      readonly feature: Patch;
    }
  | { readonly action: 'delete'; readonly collection: string; readonly id: string; readonly version: number };

export interface ChangesetBody {
  readonly comment: string;
  readonly propose: boolean;
  readonly changes: readonly ChangeBody[];
}

export function changesetBody(edits: readonly Edit[], comment: string, propose: boolean): ChangesetBody {
  return { comment, propose, changes: edits.map(changeBody) };
}

function changeBody({ key, before, after, version }: Edit): ChangeBody {
  const { collection, id } = partsOf(key);
  if (!after) return { action: 'delete', collection, id, version: version ?? 0 };
  if (!before || version === null) {
    const properties = Object.fromEntries(
      Object.entries(after.properties).filter(([, value]) => value !== ''),
    );
    return {
      action: 'create',
      collection,
      feature: { type: 'Feature', geometry: after.geometry, properties },
    };
  }
  const changed = Object.entries(after.properties).filter(
    ([name, value]) => !same(value, before.properties[name]),
  );
  const geometry = same(after.geometry, before.geometry) ? {} : { geometry: after.geometry };
  const feature: Patch = { type: 'Feature', ...geometry, properties: Object.fromEntries(changed) };
  return { action: 'modify', collection, id, version, feature };
}

interface ServedFeature {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, Json>>;
}

interface ServedConflict {
  readonly pointer: string;
  readonly theirs: ServedFeature;
  readonly base: ServedFeature | null;
  readonly who: string | null;
  readonly when: string;
}

/** Somebody was faster with a space: theirs, and what both started from. */
export interface Conflict {
  readonly key: SpaceKey;
  /** Null when they deleted it. */
  readonly theirs: Stored | null;
  readonly base: Stored | null;
  readonly who: string;
  readonly when: string;
}

/** What the server refuses to store, in its words; `key` is the space, where the fault is of one. */
export interface Refusal {
  readonly key: SpaceKey | null;
  readonly field: string;
  readonly words: string;
}

export type Answer =
  | {
      readonly kind: 'applied';
      readonly ids: readonly { readonly collection: string; readonly id: string }[];
    }
  | { readonly kind: 'proposed'; readonly address: string }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly status: number }
  | { readonly kind: 'signed-out' }
  /** The same changeset, sent before, is being worked on. */
  | { readonly kind: 'under-way' }
  | { readonly kind: 'later'; readonly words: string };

interface Document {
  readonly changes?: readonly { readonly collection: string; readonly id: string }[];
  readonly conflicts?: readonly ServedConflict[];
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
}

/** What the answer to a changeset of `edits` says. */
export async function readAnswer(response: Response, edits: readonly Edit[]): Promise<Answer> {
  const document = (await response.json().catch(() => ({}))) as Document;
  const words = document.detail ?? document.title ?? '';
  switch (response.status) {
    case 201:
      return { kind: 'applied', ids: document.changes ?? [] };
    case 202:
      return { kind: 'proposed', address: response.headers.get('Location') ?? '' };
    case 401:
      return { kind: 'signed-out' };
    case 404:
      return gone(document, edits, words);
    case 412:
      return { kind: 'conflict', conflicts: conflictsOf(document, edits) };
    case 429:
    case 503:
      return { kind: 'later', words };
    case 409:
      if (document.type?.endsWith('key-in-use')) return { kind: 'under-way' };
    // falls through: an id that is taken
    default:
      return { kind: 'refused', refusals: refusalsOf(document, edits, words), status: response.status };
  }
}

function conflictsOf(document: Document, edits: readonly Edit[]): Conflict[] {
  return (document.conflicts ?? []).flatMap(({ pointer, theirs, base, who, when }) => {
    const key = editAt(pointer, edits)?.key;
    return key ? [{ key, theirs: storedOf(theirs), base: base && storedOf(base), who: who ?? '', when }] : [];
  });
}

/** Spaces that are not there any more are conflicts too: somebody deleted them. */
function gone(document: Document, edits: readonly Edit[], words: string): Answer {
  const found = (document.errors ?? []).flatMap(({ pointer }) => {
    const edit = editAt(pointer, edits);
    return edit && edit.version !== null ? [edit.key] : [];
  });
  if (!found.length) return { kind: 'refused', refusals: refusalsOf(document, edits, words), status: 404 };
  const conflicts = found.map((key) => ({ key, theirs: null, base: null, who: '', when: '' }));
  return { kind: 'conflict', conflicts };
}

function refusalsOf(document: Document, edits: readonly Edit[], words: string): Refusal[] {
  const errors = document.errors ?? [];
  if (!errors.length) return [{ key: null, field: '', words }];
  return errors.map(({ pointer, detail }) => ({
    key: editAt(pointer, edits)?.key ?? null,
    field: pointer.split('/').slice(4).join('/').replace('properties/', ''),
    words: detail,
  }));
}

function editAt(pointer: string, edits: readonly Edit[]): Edit | undefined {
  const found = /^\/changes\/(\d+)/.exec(pointer);
  return found ? edits[Number(found[1])] : undefined;
}
