import { describe, expect, it } from 'vitest';

import { EMPTY, act, contentOf, edits, load } from '../core/journal';
import type { Content, SpaceKey, Stored } from '../core/space';
import { refreshed } from './refreshing';

const KEY: SpaceKey = 'wisdom-places/library';
const at = (lon: number): Content => ({
  geometry: { type: 'Point', coordinates: [lon, 7.6] },
  properties: {},
});
const stored = (lon: number, version: number): Stored => ({ version, content: at(lon) });
const LOADED = load(EMPTY, new Map([[KEY, stored(100.1, 1)]]));

describe('a journal that is refreshed', () => {
  it('shows what is stored now', () => {
    expect(contentOf(refreshed(LOADED, new Map([[KEY, stored(100.2, 2)]])), KEY)).toEqual(at(100.2));
  });

  it('knows no more what is deleted', () => {
    expect(contentOf(refreshed(LOADED, new Map([[KEY, null]])), KEY)).toBeNull();
  });

  it('keeps what the planner changed on the version on which it was changed', () => {
    const mine = act(LOADED, 'move', new Map([[KEY, at(100.3)]]));

    for (const now of [stored(100.2, 2), null]) {
      const journal = refreshed(mine, new Map([[KEY, now]]));
      expect(contentOf(journal, KEY)).toEqual(at(100.3));
      expect(edits(journal)).toMatchObject([{ action: 'modify', version: 1 }]);
    }
  });
});
