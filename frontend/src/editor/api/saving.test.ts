import { describe, expect, it } from 'vitest';

import { EMPTY, edits, load } from '../core/journal';
import type { Content, SpaceKey } from '../core/space';
import { PAGE } from '../page-data.sample';
import { arrive, createWorld, find, perform, undoLast, type World } from '../state/world';
import type { ChangesetBody } from './changeset';
import { Saving } from './saving';
import { english } from '../words/english';

const LIBRARY: SpaceKey = 'wisdom-places/library';

function at(lon: number, name = 'Library'): Content {
  return { geometry: { type: 'Point', coordinates: [lon, 7.6] }, properties: { name_en: name } };
}
const feature = (id: string, content: Content, version: number) => ({
  id,
  geometry: content.geometry,
  properties: { ...content.properties, version },
});

function working(): World {
  const world = createWorld(PAGE, english);
  arrive(world, load(EMPTY, new Map([[LIBRARY, { version: 1, content: at(100.1) }]])));
  perform(world, 'move', new Map([[LIBRARY, at(100.2)]]));
  return world;
}

/** A server that gives these answers in turn and notes what it was sent. */
function server(...answers: (Response | Error)[]) {
  const requests: { address: string; init: RequestInit | undefined }[] = [];
  const ask = (address: string, init?: RequestInit) => {
    requests.push({ address, init });
    const next = answers.shift() ?? new Response('', { status: 404 });
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const header = (n: number, name: string) => new Headers(requests[n]?.init?.headers).get(name);
  return { ask, requests, header };
}

const applied = (id: string) =>
  Response.json({ changes: [{ collection: 'wisdom-places', id }] }, { status: 201 });

describe('saving', () => {
  it('leaves nothing unsaved, on the version that the server gave', async () => {
    const world = working();
    const { ask, header } = server(applied('library'), Response.json(feature('library', at(100.2), 2)));

    await new Saving(world, ask).save(false);

    expect(world.sync.value).toBe('saved');
    expect(world.journal.value.stored.get(LIBRARY)?.version).toBe(2);
    expect(header(0, 'X-CSRFToken')).toBe('token-1');
  });

  it('can still be undone, as a new edit', async () => {
    const world = working();
    await new Saving(
      world,
      server(applied('library'), Response.json(feature('library', at(100.2), 2))).ask,
    ).save(false);

    undoLast(world);

    expect(edits(world.journal.value)).toMatchObject([{ version: 2, after: at(100.1) }]);
  });

  it('gives what was drawn the id that the server chose', async () => {
    const world = createWorld(PAGE, english);
    perform(world, 'draw', new Map([['wisdom-places/new-1', at(100.3, 'Hall')]]));
    world.selection.value = ['wisdom-places/new-1'];
    const { ask } = server(applied('hall'), Response.json(feature('hall', at(100.3, 'Hall'), 1)));

    await new Saving(world, ask).save(false);

    expect(world.selection.value).toEqual(['wisdom-places/hall']);
    expect(find(world, 'wisdom-places/hall')).toEqual(at(100.3, 'Hall'));
  });

  it('keeps everything, and what was to be saved, while nobody answers', async () => {
    const world = working();

    await new Saving(world, server(new TypeError('Failed to fetch')).ask).save(false);

    expect([world.sync.value, world.queue.value.length, world.edits.value.length]).toEqual(['offline', 1, 1]);
  });

  it('sends the same key again, so that a lost answer does no harm', async () => {
    const world = working();
    const { ask, header } = server(
      new TypeError('Failed to fetch'),
      applied('library'),
      Response.json(feature('library', at(100.2), 2)),
    );
    const saving = new Saving(world, ask);

    await saving.save(false);
    await saving.save(false);

    expect(header(1, 'Idempotency-Key')).toBe(header(0, 'Idempotency-Key'));
  });

  it('sends what was saved offline in order, each on the version that the last one gave', async () => {
    const world = working();
    const { ask, requests, header } = server(
      new TypeError('offline'),
      new TypeError('offline'),
      applied('library'),
      Response.json(feature('library', at(100.2), 2)),
      applied('library'),
      Response.json(feature('library', at(100.25), 3)),
    );
    const saving = new Saving(world, ask);
    world.comment.value = 'first';
    await saving.save(false);
    perform(world, 'move', new Map([[LIBRARY, at(100.25)]]));
    world.comment.value = 'second';
    await saving.save(false);
    expect(world.queue.value).toHaveLength(2);

    await saving.flush();

    const bodies = [2, 4].map((n) => JSON.parse(requests[n]?.init?.body as string) as ChangesetBody);
    expect(bodies.map(({ comment, changes }) => [comment, changes[0]])).toMatchObject([
      ['first', { version: 1, feature: { geometry: at(100.2).geometry } }],
      ['second', { version: 2, feature: { geometry: at(100.25).geometry } }],
    ]);
    expect(header(4, 'Idempotency-Key')).not.toBe(header(2, 'Idempotency-Key'));
    expect([world.sync.value, world.queue.value.length, world.edits.value.length]).toEqual(['saved', 0, 0]);
  });

  it('sends what was undone after it was saved offline as a second change', async () => {
    const world = working();
    const { ask, requests } = server(
      new TypeError('offline'),
      applied('library'),
      Response.json(feature('library', at(100.2), 2)),
    );
    const saving = new Saving(world, ask);
    await saving.save(false);

    undoLast(world);
    await saving.flush();

    expect(requests).toHaveLength(3);
    expect(world.edits.value).toMatchObject([{ version: 2, after: at(100.1) }]);
  });

  it('takes a space that is gone for a conflict without theirs', async () => {
    const world = working();
    const errors = [{ pointer: '/changes/0', code: 'not_found', detail: 'There is no such space.' }];

    await new Saving(world, server(Response.json({ errors }, { status: 404 })).ask).save(false);

    expect(world.conflicts.value).toMatchObject([{ key: LIBRARY, theirs: null }]);
  });

  it('asks again about a changeset that is still being worked on', async () => {
    const world = working();
    const busy = Response.json({ type: '/api/problems/key-in-use' }, { status: 409 });

    await new Saving(world, server(busy).ask).save(false);

    expect([world.sync.value, world.queue.value.length]).toEqual(['offline', 1]);
  });

  it('proposes a single space and leaves the others unsaved', async () => {
    const world = working();
    perform(world, 'draw', new Map([['wisdom-places/new-1', at(100.3, 'Hall')]]));
    const { ask, requests } = server(Response.json({}, { status: 202 }));

    await new Saving(world, ask).save(true, new Set([LIBRARY]));

    expect(JSON.parse(requests[0]?.init?.body as string)).toMatchObject({
      propose: true,
      changes: [{ id: 'library' }],
    });
    expect(world.edits.value.map(({ key }) => key)).toEqual(['wisdom-places/new-1']);
  });

  it('keeps everything when somebody was faster, when the session ended, when the server refuses', async () => {
    for (const status of [412, 401, 422, 503, 500]) {
      const world = working();

      await new Saving(world, server(Response.json({}, { status })).ask).save(false);

      expect([status, world.edits.value.length, world.sync.value]).toEqual([status, 1, 'unsaved']);
      expect(world.signedOut.value).toBe(status === 401);
    }
  });

  it('shows what is stored after a proposal', async () => {
    const world = working();

    await new Saving(world, server(Response.json({}, { status: 202 })).ask).save(true);

    expect(find(world, LIBRARY)).toEqual(at(100.1));
    expect(world.sync.value).toBe('saved');
  });
});
