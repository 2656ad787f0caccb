import 'fake-indexeddb/auto';

import { clear, createStore } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';

import { EMPTY, act, load, undo } from '../core/journal';
import type { Content, SpaceKey } from '../core/space';
import { Drafts } from './drafts';

const LIBRARY: SpaceKey = 'wisdom-places/library';
const nobody = () => Promise.resolve(new Set<string>());

function at(lon: number): Content {
  return { geometry: { type: 'Point', coordinates: [lon, 7.6] }, properties: { name_th: 'ห้องสมุด' } };
}

const town = load(
  EMPTY,
  new Map([
    [LIBRARY, { version: 3, content: at(100.1) }],
    ['wisdom-places/market', { version: 1, content: at(100.3) }],
  ]),
);
const work = act(town, 'move', new Map([[LIBRARY, at(100.2)]]));

beforeEach(() => clear(createStore('learning-map-editor', 'drafts')));

describe('drafts', () => {
  it('come back in another tab, with the steps that can be undone', async () => {
    await new Drafts('planner', 'tab-1', nobody).keep(work, 'ย้ายห้องสมุด');

    const [draft] = await new Drafts('planner', 'tab-2', nobody).left();

    expect(draft?.comment).toBe('ย้ายห้องสมุด');
    expect(draft?.journal.changed).toEqual(work.changed);
    expect(draft && undo(draft.journal).changed.size).toBe(0);
  });

  it('hold only the spaces that were touched', async () => {
    const drafts = new Drafts('planner', 'tab-1', nobody);
    await drafts.keep(work, '');

    expect([...((await drafts.left())[0]?.journal.stored.keys() ?? [])]).toEqual([LIBRARY]);
  });

  it('are gone when nothing is unsaved any more', async () => {
    const drafts = new Drafts('planner', 'tab-1', nobody);
    await drafts.keep(work, '');
    await drafts.keep(town, '');

    expect(await drafts.left()).toEqual([]);
  });

  it('belong to one person', async () => {
    await new Drafts('planner', 'tab-1', nobody).keep(work, '');

    expect(await new Drafts('coach', 'tab-2', nobody).left()).toEqual([]);
  });

  it('of a tab that still lives are left to it', async () => {
    await new Drafts('planner', 'tab-1', nobody).keep(work, '');
    const living = () => Promise.resolve(new Set(['tab-1']));

    expect(await new Drafts('planner', 'tab-2', living).left()).toEqual([]);
    expect(await new Drafts('planner', 'tab-1', living).left()).toHaveLength(1);
  });

  it('keep the newest state, however fast they follow each other', async () => {
    const drafts = new Drafts('planner', 'tab-1', nobody);
    const writes = Array.from({ length: 20 }, (_, n) =>
      drafts.keep(act(work, 'move', new Map([[LIBRARY, at(100.2 + (n + 1) * 1e-7)]])), `comment ${n}`),
    );
    await Promise.all(writes);

    expect((await drafts.left())[0]?.comment).toBe('comment 19');
  });

  it('list the newest first, and can be thrown away', async () => {
    await new Drafts('planner', 'tab-1', nobody, () => 1).keep(work, 'older');
    await new Drafts('planner', 'tab-2', nobody, () => 2).keep(work, 'newer');
    const drafts = new Drafts('planner', 'tab-3', nobody);

    const [newer, older] = await drafts.left();
    if (newer) await drafts.forget(newer);

    expect([newer?.comment, older?.comment]).toEqual(['newer', 'older']);
    expect((await drafts.left()).map((draft) => draft.comment)).toEqual(['older']);
  });
});
