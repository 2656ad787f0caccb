import { describe, expect, it } from 'vitest';

import type { Edit } from '../core/journal';
import type { Content } from '../core/space';
import { changesetBody, readAnswer } from './changeset';

const at = (lon: number, name = 'Library'): Content => ({
  geometry: { type: 'Point', coordinates: [lon, 7.6] },
  properties: { name_en: name, capacity: null, contact: '' },
});
const MODIFIED: Edit = {
  action: 'modify',
  key: 'wisdom-places/library',
  version: 3,
  before: at(100.1),
  after: at(100.2),
};
const MADE: Edit = {
  action: 'create',
  key: 'wisdom-places/new-1',
  version: null,
  before: null,
  after: at(100.3),
};
const GONE: Edit = {
  action: 'delete',
  key: 'wisdom-places/market',
  version: 2,
  before: at(100.4),
  after: null,
};

const served = (lon: number, version: number) => ({
  id: 'library',
  geometry: at(lon).geometry,
  properties: { ...at(lon).properties, version },
});
const answer = (status: number, document: object) =>
  readAnswer(Response.json(document, { status }), [MADE, MODIFIED]);

describe('a changeset', () => {
  it('sends of a changed space only what changed, with the version it was changed on', () => {
    expect(changesetBody([MODIFIED], 'Moved', false).changes).toEqual([
      {
        action: 'modify',
        collection: 'wisdom-places',
        id: 'library',
        version: 3,
        feature: { type: 'Feature', geometry: at(100.2).geometry, properties: {} },
      },
    ]);
  });

  it('sends no geometry that stayed', () => {
    const [change] = changesetBody([{ ...MODIFIED, after: at(100.1, 'Hall') }], '', false).changes;

    expect(change).toMatchObject({ feature: { properties: { name_en: 'Hall' } } });
    expect(JSON.stringify(change)).not.toContain('coordinates');
  });

  it('lets the server name what is new, and leaves out what is empty', () => {
    expect(changesetBody([MADE, GONE], '', true)).toEqual({
      comment: '',
      propose: true,
      changes: [
        {
          action: 'create',
          collection: 'wisdom-places',
          feature: {
            type: 'Feature',
            geometry: at(100.3).geometry,
            properties: { name_en: 'Library', capacity: null },
          },
        },
        { action: 'delete', collection: 'wisdom-places', id: 'market', version: 2 },
      ],
    });
  });
});

describe('the answer to a changeset', () => {
  it('names the spaces as they are stored', async () => {
    const changes = [{ collection: 'wisdom-places', id: 'hall', version: 1 }];

    expect(await answer(201, { changes })).toMatchObject({ kind: 'applied', ids: [{ id: 'hall' }] });
  });

  it('tells which space somebody else changed, with theirs and base', async () => {
    const conflict = {
      pointer: '/changes/1',
      theirs: served(100.5, 4),
      base: served(100.1, 3),
      who: 'Somchai',
      when: 'w',
    };

    expect(await answer(412, { conflicts: [conflict] })).toMatchObject({
      kind: 'conflict',
      conflicts: [
        {
          key: MODIFIED.key,
          theirs: { version: 4, content: at(100.5) },
          base: { version: 3 },
          who: 'Somchai',
        },
      ],
    });
  });

  it('tells which field of which space is at fault, in the words of the server', async () => {
    const errors = [{ pointer: '/changes/0/feature/properties/name_th', detail: 'ต้องมีชื่อภาษาไทย' }];

    expect(await answer(422, { errors })).toEqual({
      kind: 'refused',
      status: 422,
      refusals: [{ key: MADE.key, field: 'name_th', words: 'ต้องมีชื่อภาษาไทย' }],
    });
  });

  it('says when nobody is signed in any more, and when to try later', async () => {
    expect(await answer(401, {})).toEqual({ kind: 'signed-out' });
    expect(await answer(503, { detail: 'The database is away.' })).toEqual({
      kind: 'later',
      words: 'The database is away.',
    });
  });

  it('is a refusal without words when whatever answered has none', async () => {
    expect(await readAnswer(new Response('<html>', { status: 500 }), [MADE])).toEqual({
      kind: 'refused',
      refusals: [{ key: null, field: '', words: '' }],
      status: 500,
    });
  });
});
