import { describe, expect, it } from 'vitest';

import { createApi } from '../../../api/client';
import { entries, narrowed, people, readFeed, since, type Change } from './changes';

const change = (changeset: number, more: Partial<Change> = {}): Change => ({
  bbox: [100, 7, 100.1, 7.1],
  changeset,
  collection: 'wisdom-places',
  complete: true,
  counts: { modify: 1 },
  features: [{ id: `space-${changeset}`, action: 'modify', version: 2 }],
  n: changeset,
  source: 'api',
  when: `2026-11-2${changeset}T10:00:00Z`,
  who: 'Somchai',
  why: 'Checked',
  ...more,
});

describe('the feed', () => {
  it('is read page by page, each from where the last one ended', async () => {
    const asked: (string | null)[] = [];
    const api = createApi({
      language: 'en',
      csrf: () => '',
      address: 'http://map.test/api',
      fetch: (request) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        asked.push(cursor);
        const page = cursor
          ? { changes: [change(2)], cursor: 'end', links: [] }
          : { changes: [change(1)], cursor: 'half', links: [{ rel: 'next', href: '/api/changes' }] };
        return Promise.resolve(Response.json(page));
      },
    });

    const feed = await readFeed(api, {});

    expect(asked).toEqual([null, 'half']);
    expect(feed).toEqual({ changes: [change(1), change(2)], cursor: 'end', whole: true });
  });

  it('shows a changeset over several kinds as one line, the newest line first', () => {
    const zone = change(1, {
      collection: 'urban-design-zones',
      counts: { create: 2 },
      features: [{ id: 'zone', action: 'create', version: 1 }],
      bbox: null,
    });

    const [newest, oldest] = entries([change(1), zone, change(2)]);

    expect(newest?.changeset).toBe(2);
    expect(oldest).toMatchObject({
      changeset: 1,
      counts: { create: 2, modify: 1, delete: 0 },
      collections: ['wisdom-places', 'urban-design-zones'],
      spaces: [{ key: 'wisdom-places/space-1' }, { key: 'urban-design-zones/zone' }],
      boxes: [[100, 7, 100.1, 7.1]],
    });
  });

  it('is narrowed to a person and a kind', () => {
    const all = entries([
      change(1),
      change(2, { who: 'Malee', collection: 'amenities' }),
      change(3, { who: null }),
    ]);

    expect(people(all)).toEqual(['Malee', 'Somchai']);
    expect(narrowed(all, { who: 'Malee', kind: '' }).map(({ changeset }) => changeset)).toEqual([2]);
    expect(narrowed(all, { who: '', kind: 'wisdom-places' }).map(({ changeset }) => changeset)).toEqual([
      3, 1,
    ]);
    expect(narrowed(all, { who: 'Malee', kind: 'wisdom-places' })).toEqual([]);
  });

  it('counts a period back from now', () => {
    const now = new Date('2026-11-22T00:00:00Z');

    expect(since('week', now)).toEqual({ since: '2026-11-15T00:00:00.000Z' });
    expect(since('ever', now)).toEqual({});
  });
});
