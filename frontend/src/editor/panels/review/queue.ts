/** The queue as the panel asks for it, and what is open in it. */
import { signal } from '@preact/signals';

import { given, type Api, type Schemas } from '../../../api/client';
import type { World } from '../../state/world';
import { apiOf } from '../asking';

export type Filter = 'open' | 'mine' | 'decided';
export type Line = Schemas['Proposals']['proposals'][number];
export type Proposal = Schemas['Proposal'];

const ASKED = {
  open: { state: 'proposed' },
  mine: { state: 'any', author: 'me' },
  decided: { state: 'decided' },
} as const;
export const PAGE = 30;

/** The proposal that is open, as the address says it; null shows the queue. */
export const opened = signal<number | null>(null);

const NUMBER = /^[1-9]\d{0,17}$/;

/** The proposal that an address asks for, if it does. */
export function askedFor(search: string): number | null {
  const asked = new URLSearchParams(search).get('proposal') ?? '';
  return NUMBER.test(asked) ? Number(asked) : null;
}

/** Opens a proposal, or the queue, and keeps it in the address. */
export function open(proposal: number | null): void {
  opened.value = proposal;
  const parameters = new URLSearchParams(location.search);
  if (proposal === null) parameters.delete('proposal');
  else parameters.set('proposal', String(proposal));
  const query = parameters.toString().replaceAll('%2F', '/');
  history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
}

export function page(api: Api, filter: Filter, before?: number): Promise<Schemas['Proposals']> {
  const query = { ...ASKED[filter], limit: PAGE, ...(before === undefined ? {} : { before }) };
  return given(api.GET('/proposals', { params: { query } }));
}

/** Counts what waits, for the badge; without an answer the last count stays. */
export async function count(world: World): Promise<void> {
  try {
    const query = { state: 'proposed', limit: 1 } as const;
    const { numberMatched } = await given(apiOf(world).GET('/proposals', { params: { query } }));
    world.waiting.value = { ...world.waiting.value, review: numberMatched };
  } catch {
    return; // the panel says what is wrong when it is opened
  }
}

/** Shows the proposal that the address asks for, and keeps the badge up to date. */
export function watch(world: World): void {
  const asked = askedFor(location.search);
  if (asked !== null) {
    opened.value = asked;
    world.panel.value = 'review';
    world.folded.value = false;
  }
  void count(world);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void count(world);
  });
}
