import { describe, expect, it } from 'vitest';

import {
  EMPTY,
  act,
  contentOf,
  edits,
  load,
  redo,
  renamed,
  restore,
  revert,
  saved,
  setAside,
  settleOn,
  undo,
  type Journal,
} from './journal';
import type { Content, LonLat, SpaceKey } from './space';

const LIBRARY: SpaceKey = 'wisdom-places/library';
const MARKET: SpaceKey = 'wisdom-places/market';

const at = (lon: number, name = 'Library'): Content => ({
  geometry: { type: 'Point', coordinates: [lon, 7.6] as LonLat },
  properties: { name_en: name },
});
const stored = (content: Content, version = 1) => new Map([[LIBRARY, { version, content }]]);
const town = (): Journal => load(EMPTY, stored(at(100.1)));
const moved = (journal: Journal, lon: number) => act(journal, 'move', new Map([[LIBRARY, at(lon)]]));

describe('a journal', () => {
  it('undoes a step and does it again', () => {
    const after = moved(town(), 100.2);

    const back = undo(after);

    expect(edits(back)).toEqual([]);
    expect(contentOf(redo(back), LIBRARY)).toEqual(at(100.2));
  });

  it('gives back exactly what was there after many steps', () => {
    const start = town();
    let journal = start;
    for (let step = 1; step <= 200; step += 1) journal = moved(journal, 100.1 + step * 1e-7);

    for (let step = 1; step <= 200; step += 1) journal = undo(journal);

    expect(JSON.stringify(contentOf(journal, LIBRARY))).toBe(JSON.stringify(contentOf(start, LIBRARY)));
    expect(edits(journal)).toEqual([]);
  });

  it('forgets what was undone when something else is done', () => {
    const journal = moved(undo(moved(town(), 100.2)), 100.3);

    expect(contentOf(redo(journal), LIBRARY)).toEqual(at(100.3));
  });

  it('takes no step that changes nothing', () => {
    const start = town();

    expect(moved(start, 100.1)).toBe(start);
  });

  it('names creating, modifying and deleting', () => {
    const made = act(moved(town(), 100.2), 'draw', new Map([[MARKET, at(100.3, 'Market')]]));
    const gone = act(town(), 'delete', new Map([[LIBRARY, null]]));

    expect(edits(made).map((edit) => [edit.action, edit.key, edit.version])).toEqual([
      ['modify', LIBRARY, 1],
      ['create', MARKET, null],
    ]);
    expect(edits(gone)).toMatchObject([{ action: 'delete', version: 1, after: null }]);
  });

  it('reverts one space and can undo that too', () => {
    const both = act(moved(town(), 100.2), 'draw', new Map([[MARKET, at(100.3)]]));

    const one = revert(both, 'revert', LIBRARY);

    expect(edits(one).map((edit) => edit.key)).toEqual([MARKET]);
    expect(contentOf(undo(one), LIBRARY)).toEqual(at(100.2));
  });

  it('keeps a change on the version on which it was made when newer spaces are loaded', () => {
    const journal = load(moved(town(), 100.2), stored(at(100.15), 2));

    expect(edits(journal)).toMatchObject([{ version: 1, before: at(100.1), after: at(100.2) }]);
  });

  it('takes up a kept draft on the version on which it was made', () => {
    const newer = load(EMPTY, stored(at(100.15), 2));

    const journal = restore(newer, moved(town(), 100.2));

    expect(edits(journal)).toMatchObject([{ version: 1, after: at(100.2) }]);
    expect(edits(undo(journal))).toEqual([]);
  });

  it('goes on to a newer version once a person has chosen', () => {
    const theirs = { version: 2, content: at(100.15) };

    const mine = settleOn(moved(town(), 100.2), LIBRARY, theirs, at(100.2));
    const taken = settleOn(moved(town(), 100.2), LIBRARY, theirs, theirs.content);

    expect(edits(mine)).toMatchObject([{ version: 2, before: at(100.15), after: at(100.2) }]);
    expect(edits(taken)).toEqual([]);
  });

  it('has nothing to save after saving, and an undo is then a new edit of the new version', () => {
    const journal = moved(town(), 100.2);

    const after = saved(journal, edits(journal), stored(at(100.2), 2));

    expect(edits(after)).toEqual([]);
    expect(edits(undo(after))).toMatchObject([{ action: 'modify', version: 2, after: at(100.1) }]);
  });

  it('keeps what was changed while the answer was under way', () => {
    const sent = moved(town(), 100.2);
    const meanwhile = moved(sent, 100.25);

    const after = saved(meanwhile, edits(sent), stored(at(100.2), 2));

    expect(edits(after)).toMatchObject([{ version: 2, after: at(100.25) }]);
  });

  it('knows what was drawn by its id from then on, in undoing too', () => {
    const drawn = act(town(), 'draw', new Map([['wisdom-places/new-1', at(100.3)]]));

    const named = renamed(drawn, new Map([['wisdom-places/new-1', MARKET]]));

    expect(edits(named).map((edit) => edit.key)).toEqual([MARKET]);
    expect(edits(undo(named))).toEqual([]);
  });

  it('shows what is stored once the edits went away as a proposal', () => {
    const journal = moved(town(), 100.2);

    expect(edits(setAside(journal, edits(journal)))).toEqual([]);
  });

  it('stores no deleted space after saving', () => {
    const journal = act(town(), 'delete', new Map([[LIBRARY, null]]));

    const after = saved(journal, edits(journal), new Map());

    expect(contentOf(after, LIBRARY)).toBeNull();
    expect(edits(undo(after))).toMatchObject([{ action: 'create' }]);
  });
});
