import { describe, expect, it } from 'vitest';

import { EMPTY, load } from '../core/journal';
import type { Content, SpaceKey } from '../core/space';
import type { PageData } from '../page-data';
import { arrive, createWorld, perform, type World } from '../state/world';
import { CheckFailed, checkLayer, type Finding } from './layer-check';
import { MendImpossible, mended, tryToMend, waysToMend } from './mending';
import { english } from '../words/english';

const WEST: SpaceKey = 'urban-design-zones/west';
const EAST: SpaceKey = 'urban-design-zones/east';
const PAGE = {
  language: 'en',
  csrf: '',
  rights: { publish: true, publish_for: [], propose: true },
  collections: [
    { id: 'amenities', title: '', geometry_types: ['Point'], may_write: true, choices: {} },
    { id: 'urban-design-zones', title: '', geometry_types: ['MultiPolygon'], may_write: true, choices: {} },
  ],
} as unknown as PageData;

function zone(west: number): Content {
  const ring = [[west, 7] as const, [west + 1, 7] as const, [west + 1, 8] as const, [west, 7] as const];
  return { geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, properties: {} };
}
function world(): World {
  const made = createWorld(PAGE, english);
  const both = new Map([
    [WEST, { version: 1, content: zone(100) }],
    [EAST, { version: 1, content: zone(101) }],
  ]);
  arrive(made, load(EMPTY, both));
  return made;
}
/** A server that answers so, and notes what it was asked. */
function server(answer: object, status = 200) {
  const asked: { address: string; body: Record<string, unknown> }[] = [];
  const ask = (address: string, init?: RequestInit) => {
    asked.push({ address, body: JSON.parse(init?.body as string) as Record<string, unknown> });
    return Promise.resolve(Response.json(answer, { status }));
  };
  return { asked, ask };
}
const CLEAN = { features: 2, more: 0, faults: [], layer: [] };

function between(code: string, keys: readonly SpaceKey[], area_m2 = 4): Finding {
  const ring = [[101, 7] as const, [101.00001, 7] as const, [101.00001, 7.001] as const, [101, 7] as const];
  const geometry = { type: 'Polygon', coordinates: [ring] } as const;
  return { code, words: '', at: null, keys, geometry, area_m2, between: true };
}

describe('the check of a layer', () => {
  it('lets the server check what it has while nothing is changed', async () => {
    const { asked, ask } = server(CLEAN);

    await checkLayer(world(), [100, 7, 101, 8], ask);

    expect(asked[0]?.body).toEqual({ collection: 'urban-design-zones', bbox: [100, 7, 101, 8] });
  });

  it('sends the zones as they are drawn, in view', async () => {
    const { asked, ask } = server(CLEAN);
    const drawing = world();
    perform(drawing, 'draw', new Map([[EAST, zone(105)]]));

    await checkLayer(drawing, [100, 7, 101, 8], ask);

    expect(asked[0]?.body).toMatchObject({ type: 'FeatureCollection', features: [{ id: 'west' }] });
  });

  it('lists faults of single zones first, then the largest finding', async () => {
    const text = { th: 'ไทย', en: 'English', at: [100, 7] };
    const layer = (area_m2: number) => ({
      ...text,
      code: 'gap',
      features: ['west', 'east'],
      geometry: null,
      area_m2,
    });
    const faults = [{ ...text, code: 'spike', feature: 'west' }];
    const { ask } = server({ ...CLEAN, faults, layer: [layer(1), layer(9)] });

    const { findings } = await checkLayer(world(), null, ask);

    expect(findings.map(({ code, area_m2 }) => [code, area_m2])).toEqual([
      ['spike', 0],
      ['gap', 9],
      ['gap', 1],
    ]);
    expect(findings[1]?.keys).toEqual([WEST, EAST]);
  });

  it('fails in the words of the server', async () => {
    const { ask } = server({ detail: 'Too many zones.' }, 422);

    await expect(checkLayer(world(), null, ask)).rejects.toThrow(new CheckFailed('Too many zones.'));
  });
});

describe('mending', () => {
  it('cuts an overlap out of either zone', () => {
    const ways = waysToMend(world(), between('overlap', [WEST, EAST]));

    expect(ways.map(({ act, changes, stays }) => [act, changes, stays])).toEqual([
      ['cut-away', WEST, EAST],
      ['cut-away', EAST, WEST],
    ]);
  });

  it('gives a gap among three zones to one of them, and draws no border over it', () => {
    const north: SpaceKey = 'urban-design-zones/north';

    expect(waysToMend(world(), between('gap', [WEST, EAST, north])).map(({ act }) => act)).toEqual([
      'merge',
      'merge',
      'merge',
    ]);
  });

  it('draws no border over a wide gap', () => {
    const acts = waysToMend(world(), between('gap', [WEST, EAST], 90_000)).map(({ act }) => act);

    expect(acts).toEqual(['merge', 'merge']);
  });

  it('asks about a zone as it is drawn, and comes to one step', async () => {
    const drawing = world();
    perform(drawing, 'draw', new Map([[WEST, zone(100.5)]]));
    const [way] = waysToMend(drawing, between('overlap', [WEST, EAST]));
    const after = {
      id: 'west',
      geometry: zone(100.2).geometry,
      properties: { state: 'after', collection: 'urban-design-zones' },
    };
    const { asked, ask } = server({ valid: true, features: [after], changes: [] });
    if (!way) throw new Error('a way is wanted');

    const mend = await tryToMend(drawing, way, ask);

    expect(asked[0]).toMatchObject({
      address: '/api/acts/cut-away',
      body: {
        preview: true,
        from: [{ id: 'west', geometry: zone(100.5).geometry }],
        features: [{ id: 'east' }],
      },
    });
    expect([...mended(drawing, mend)]).toEqual([[WEST, zone(100.2)]]);
  });

  it('says why it cannot be done', async () => {
    const drawing = world();
    const [way] = waysToMend(drawing, between('overlap', [WEST, EAST]));
    if (!way) throw new Error('a way is wanted');

    const tried = tryToMend(drawing, way, server({ detail: 'There is no overlap.' }, 422).ask);

    await expect(tried).rejects.toThrow(new MendImpossible('There is no overlap.'));
  });
});
