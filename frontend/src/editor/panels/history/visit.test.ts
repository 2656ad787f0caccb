import { describe, expect, it } from 'vitest';

import { createApi, type Api } from '../../../api/client';
import { lastVisit, newsSince, remember } from './visit';

function shelf(kept: Record<string, string> = {}) {
  return {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => {
      kept[name] = value;
    },
  };
}

const VISIT = { cursor: 'here', at: '2026-11-20T08:00:00Z' };
const NOW = new Date('2026-11-22T08:00:00Z');

/** An API whose feed answers so. */
function feeding(answer: (query: URLSearchParams) => Response): Api {
  return createApi({
    language: 'en',
    csrf: () => '',
    address: 'http://map.test/api',
    fetch: (request) => Promise.resolve(answer(new URL(request.url).searchParams)),
  });
}

const change = (changeset: number, who: string) => ({
  changeset,
  who,
  when: '2026-11-21T10:00:00Z',
  counts: {},
  features: [],
  bbox: null,
});
const page = (changes: object[]) => Response.json({ changes, cursor: 'now', links: [] });

describe('the last visit', () => {
  it('is remembered for each person', () => {
    const store = shelf();

    remember('malee', VISIT, store);

    expect(lastVisit('malee', store)).toEqual(VISIT);
    expect(lastVisit('somchai', store)).toBeNull();
  });

  it.each(['', 'no json', '{"cursor":3}', '[]'])('is unknown when the browser holds %j', (kept) => {
    expect(lastVisit('malee', shelf({ 'editor-last-visit:malee': kept }))).toBeNull();
  });

  it("brings what others changed since, not one's own", async () => {
    const api = feeding(() => page([change(1, 'Malee'), change(2, 'Somchai')]));

    const news = await newsSince(api, VISIT, 'Malee', NOW);

    expect(news).toMatchObject({ since: VISIT.at, cursor: 'now', entries: [{ changeset: 2 }] });
  });

  it('is the first one where none is remembered, and where the server knows the place no more', async () => {
    const api = feeding((query) =>
      query.has('cursor') ? Response.json({}, { status: 400 }) : page([change(1, 'x')]),
    );
    const first = { since: null, entries: [], cursor: 'now' };

    expect(await newsSince(api, null, 'Malee', NOW)).toEqual(first);
    expect(await newsSince(api, VISIT, 'Malee', NOW)).toEqual(first);
  });
});
