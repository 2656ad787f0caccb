import { describe, expect, it } from 'vitest';

import { ActFailed, askAct } from './acts';

const asking = (ask: () => Promise<Response>) => ({ language: 'en', csrf: 'token', ask });

async function failure(ask: () => Promise<Response>): Promise<unknown> {
  return askAct('split', {}, asking(ask)).catch((error: unknown) => error);
}

describe('asking for an act', () => {
  it('only ever asks to be shown what it would do', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const answer = { features: [], changes: [], area_change_m2: 0, faults: [] };

    const got = await askAct(
      'merge',
      { preview: false, features: [] },
      {
        language: 'th',
        csrf: 'token',
        ask: (address, init) => {
          sent.push([address, init]);
          return Promise.resolve(Response.json(answer));
        },
      },
    );

    expect(got).toEqual(answer);
    expect(sent[0]?.[0]).toBe('/api/acts/merge');
    expect(sent[0]?.[1]?.body).toBe('{"preview":true,"features":[]}');
  });

  it('says when nobody answers', async () => {
    const failed = await failure(() => Promise.reject(new TypeError('Failed to fetch')));

    expect(failed).toBeInstanceOf(ActFailed);
    expect(failed).toMatchObject({ reason: 'unreachable' });
  });

  it.each([
    [401, {}, 'signed-out', ''],
    [503, {}, 'unreachable', '503'],
    [422, { detail: 'The line does not cross.' }, 'refused', 'The line does not cross.'],
    [422, { errors: [{ detail: 'One.' }, { detail: 'Two.' }] }, 'refused', 'One. Two.'],
    [413, 'no document', 'refused', '413'],
  ])('tells %i %j as %s', async (status, body, reason, words) => {
    const failed = await failure(() => Promise.resolve(Response.json(body, { status })));

    expect(failed).toMatchObject({ reason, words });
  });
});
