import { describe, expect, it } from 'vitest';

import { NO_FILTERS, counts, filterCount, isShown, passes } from './filtering';
import { EMPTY, act, load } from './journal';
import type { Content, Properties, SpaceKey } from './space';

const WAT: SpaceKey = 'heritage-sites/wat';
const CAVE: SpaceKey = 'heritage-sites/cave';

function content(properties: Properties): Content {
  return { geometry: { type: 'Point', coordinates: [100, 7] }, properties };
}
const journal = load(
  EMPTY,
  new Map([
    [
      WAT,
      {
        version: 1,
        content: content({ subkind: 'temple', status: 'published', themes: ['faith'], partner: 'town' }),
      },
    ],
    [CAVE, { version: 1, content: content({ subkind: 'cave', status: 'draft', themes: [], partner: null }) }],
  ]),
);

describe('filters', () => {
  it('let everything pass while none is on', () => {
    expect(filterCount(NO_FILTERS)).toBe(0);
    expect(counts(NO_FILTERS, journal).get('heritage-sites')).toEqual({ all: 2, shown: 2 });
  });

  it.each([
    [{ kind: 'heritage-sites' }, 2],
    [{ kind: 'heritage-sites/cave' }, 1],
    [{ kind: 'amenities' }, 0],
    [{ status: 'draft' }, 1],
    [{ theme: 'faith' }, 1],
    [{ partner: 'town' }, 1],
    [{ status: 'draft', theme: 'faith' }, 0],
  ])('%o show %i', (some, shown) => {
    expect(counts({ ...NO_FILTERS, ...some }, journal).get('heritage-sites')?.shown).toBe(shown);
  });

  it('never hide what is changed', () => {
    const filters = { ...NO_FILTERS, status: 'published' };
    const after = content({ subkind: 'cave', status: 'draft', name_th: 'ถ้ำ' });
    const edited = act(journal, 'name', new Map([[CAVE, after]]));

    expect(passes(filters, CAVE, after.properties)).toBe(false);
    expect(isShown(filters, edited, CAVE, after.properties)).toBe(true);
  });
});
