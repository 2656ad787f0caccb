/**
 * The server as judge of what is being drawn: `POST /api/validate` with every changed space, a moment after each step.
 *
 * A new step takes back the question under way, and an answer about a shape that is no more is not heeded: a judgement
 * names the very content it is about.
 */
import { effect, untracked } from '@preact/signals';

import { posting, sessionOf } from '../api/posting';
import type { Fetch } from '../api/loading';
import { contentOf, type Edit } from '../core/journal';
import { partsOf, type Content, type Geometry, type LonLat, type SpaceKey } from '../core/space';
import type { World } from '../state/world';

const PAUSE_MS = 350;
/** More changed spaces than this at once come from a machine, not from a gesture. */
const MOST_AT_ONCE = 200;

export interface Repair {
  readonly geometry: Geometry;
  readonly area_change_m2: number;
  readonly area_change_percent: number | null;
  readonly valid: boolean;
}

export interface Judged {
  readonly code: string;
  readonly words: string;
  readonly at: LonLat | null;
  /** The property at fault; empty for the shape. */
  readonly field: string;
}

export interface Judgement {
  readonly content: Content;
  readonly faults: readonly Judged[];
  /** What may be meant, and may be saved. */
  readonly notes: readonly Judged[];
  /** One repair for all faults of the shape. */
  readonly repair: Repair | null;
}

interface Told {
  readonly code: string;
  readonly th: string;
  readonly en: string;
  readonly at: LonLat | null;
  readonly pointer: string;
  /** An error is never stored; a warning may be meant. */
  readonly severity: 'error' | 'warning' | 'note';
}

interface Report {
  readonly faults: readonly Told[];
  readonly repairs: readonly (Repair & { readonly pointer: string })[];
}

/** Judges as long as the page lives. Gives the way to stop. */
export function judgeEdits(world: World, ask: Fetch = (address, init) => fetch(address, init)): () => void {
  let asked = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const edits = world.edits.value;
    asked.abort();
    clearTimeout(timer);
    untracked(() => {
      forget(world);
    });
    const open = edits.filter((edit) => isOpen(world, edit)).slice(0, MOST_AT_ONCE);
    if (!open.length) return;
    asked = new AbortController();
    const { signal } = asked;
    timer = setTimeout(() => void judge(world, open, ask, signal), PAUSE_MS);
  });
  return () => {
    stop();
    asked.abort();
    clearTimeout(timer);
  };
}

/** Whether the server has still to be asked about an edit as it is now. */
function isOpen(world: World, { key, after }: Edit): boolean {
  return after !== null && world.judgements.peek().get(key)?.content !== after;
}

/** Drops the judgements of what is changed no more, or changed again. */
function forget(world: World): void {
  const { changed } = world.journal.value;
  const kept = [...world.judgements.value].filter(([key, { content }]) => changed.get(key) === content);
  if (kept.length < world.judgements.value.size) world.judgements.value = new Map(kept);
}

async function judge(world: World, edits: readonly Edit[], ask: Fetch, signal: AbortSignal): Promise<void> {
  for (const [collection, ours] of byCollection(edits)) {
    const report = await askReport(world, collection, ours, ask, signal);
    if (!report || signal.aborted) return;
    const found = ours.flatMap((edit, n) => judgementOf(world, edit, n, report));
    world.judgements.value = new Map([...world.judgements.value, ...found]);
  }
}

/** The server's report; null when it cannot be reached, and the browser's preview has to do. */
async function askReport(
  world: World,
  collection: string,
  edits: readonly Edit[],
  ask: Fetch,
  signal: AbortSignal,
): Promise<Report | null> {
  const features = edits.map(({ after }) => ({ type: 'Feature', ...after }));
  const init = posting(sessionOf(world), { type: 'FeatureCollection', collection, features });
  try {
    const response = await ask('/api/validate', { ...init, signal });
    return response.ok ? ((await response.json()) as Report) : null;
  } catch {
    return null;
  }
}

function judgementOf(world: World, edit: Edit, n: number, report: Report): [SpaceKey, Judgement][] {
  const content = edit.after;
  if (!content || contentOf(world.journal.value, edit.key) !== content) return [];
  const place = `/features/${n}/`;
  const ours = (wanted: Told['severity']) =>
    report.faults
      .filter(({ pointer, code }) => pointer.startsWith(place) && code !== 'required')
      .filter(({ severity }) => severity === wanted)
      .map((each) => judged(each, place, world.page.language));
  const repair = report.repairs.find(({ pointer }) => pointer.startsWith(place)) ?? null;
  return [[edit.key, { content, faults: ours('error'), notes: ours('warning'), repair }]];
}

function judged({ code, at, pointer, ...words }: Told, place: string, language: 'th' | 'en'): Judged {
  const [member = '', name = ''] = pointer.slice(place.length).split('/');
  return { code, at, words: words[language], field: member === 'properties' ? name : '' };
}

function byCollection(edits: readonly Edit[]): Map<string, Edit[]> {
  const found = new Map<string, Edit[]>();
  for (const edit of edits) {
    const { collection } = partsOf(edit.key);
    found.set(collection, [...(found.get(collection) ?? []), edit]);
  }
  return found;
}
