import { describe, expect, it } from 'vitest';

import { LoadingFailed, loadCollection } from './loading';

const feature = (id: string) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [100.08, 7.62] },
  properties: { name_th: 'ห้องสมุด', version: 4, changeset: 9, uid: 'u', created_at: 'c', updated_at: 'u' },
});

const answers = (pages: Record<string, unknown>) => (address: string) =>
  Promise.resolve(address in pages ? Response.json(pages[address]) : new Response('', { status: 503 }));

const FIRST = '/api/collections/wisdom-places/items?limit=2500';

describe('loading a collection', () => {
  it('follows next to the last page', async () => {
    const get = answers({
      [FIRST]: { features: [feature('library')], links: [{ rel: 'next', href: '/second' }] },
      '/second': { features: [feature('market')], links: [] },
    });

    const spaces = await loadCollection('wisdom-places', get);

    expect([...spaces.keys()]).toEqual(['wisdom-places/library', 'wisdom-places/market']);
  });

  it('keeps the version apart from what a planner can change', async () => {
    const spaces = await loadCollection(
      'wisdom-places',
      answers({ [FIRST]: { features: [feature('library')] } }),
    );

    expect(spaces.get('wisdom-places/library')).toEqual({
      version: 4,
      content: { geometry: feature('library').geometry, properties: { name_th: 'ห้องสมุด' } },
    });
  });

  it('says which collection could not be loaded, and why', async () => {
    await expect(loadCollection('wisdom-places', answers({}))).rejects.toEqual(
      new LoadingFailed('wisdom-places', 503),
    );
  });
});
