/** What panels ask of the API: loading, there, or what went wrong in words. */
import { useCallback, useEffect, useState } from 'preact/hooks';

import { ApiProblem, Unreachable, createApi, type Api } from '../../api/client';
import type { World } from '../state/world';
import { useDesk } from './context';

export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'there'; readonly value: T };

const APIS = new WeakMap<World, Api>();

/** The one client of this page. */
export function apiOf(world: World): Api {
  const known = APIS.get(world);
  if (known) return known;
  const api = createApi({ language: world.page.language, csrf: () => world.csrf.value });
  APIS.set(world, api);
  return api;
}

/** What went wrong, for a person to read; a session that ended opens the log-in. Throws what is no answer. */
export function toldOf(world: World, error: unknown): string {
  if (error instanceof Unreachable) return world.words.compare.offline;
  if (!(error instanceof ApiProblem)) throw error;
  if (error.status === 401) world.signedOut.value = true;
  return error.words;
}

/** The answer to a question that is asked anew when `about` changes, and when `again` is called. */
export function useAsked<T>(
  ask: (api: Api) => Promise<T>,
  about: readonly unknown[],
): { readonly asked: Asked<T>; readonly again: () => void } {
  const { world } = useDesk();
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'loading' });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let here = true;
    const take = (next: Asked<T>) => {
      if (here) setAsked(next);
    };
    if (times === 0) take({ kind: 'loading' });
    ask(apiOf(world)).then(
      (value) => {
        take({ kind: 'there', value });
      },
      (error: unknown) => {
        take({ kind: 'failed', words: toldOf(world, error) });
      },
    );
    return () => {
      here = false;
    };
  }, [world, times, ...about]);
  const again = useCallback(() => {
    setTimes((n) => n + 1);
  }, []);
  return { asked, again };
}

/** The headers of a write: what was seen, and a word that makes a second try harmless. */
export function seen(version: number) {
  return { 'If-Match': `"${version}"`, 'Idempotency-Key': crypto.randomUUID() };
}
