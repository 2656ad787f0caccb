/** What the page tells the editor: who works, which collections there are, and the words for what the data says. */
import type { Offered } from './backdrop/backdrop';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface CollectionInfo {
  readonly id: string;
  readonly title: string;
  readonly geometry_types: readonly string[];
  readonly may_write: boolean;
  /** Values to choose from, by field name. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

export interface Person {
  readonly name: string;
  readonly login: string;
  readonly role: string;
}

/** What this person may do, as `/api/session` says it too. */
export interface Rights {
  readonly publish: boolean;
  /** The partners whose spaces this person publishes. */
  readonly publish_for: readonly string[];
  readonly propose: boolean;
}

export interface PageData {
  readonly language: 'th' | 'en';
  readonly other_language: string;
  readonly user: Person | null;
  readonly rights: Rights;
  readonly csrf: string;
  readonly collections: readonly CollectionInfo[];
  /** Areas of offices to which a space can be clipped. */
  readonly boundaries?: readonly { readonly id: string; readonly title: string }[];
  readonly orientation: string;
  readonly basemap: string;
  /** What the operator offers to lie under the map. */
  readonly backdrops?: readonly Offered[];
  readonly log_out: string;
  /** The page of the coverage analysis. */
  readonly coverage: string;
  /** West, south, east, north: where the map opens. */
  readonly home: readonly [number, number, number, number];
}

export function readPageData(root: ParentNode): PageData {
  const block = root.querySelector('#editor-data');
  if (!block?.textContent) throw new Error('the page says nothing in #editor-data');
  return JSON.parse(block.textContent) as PageData;
}
