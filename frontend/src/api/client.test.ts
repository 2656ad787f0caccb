import { describe, expect, it } from 'vitest';

import { ApiProblem, Unreachable, createApi, given } from './client';

function asking(answer: () => Response | Promise<Response>) {
  const sent: Request[] = [];
  const api = createApi({
    language: 'th',
    csrf: () => 'token',
    address: 'http://map.test/api', // Node wants an absolute one
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve().then(answer);
    },
  });
  return { api, sent };
}

const proposal = { params: { path: { proposal_id: 7 } } };

describe('the typed client', () => {
  it('asks in the language of the page, and shows its token when it writes', async () => {
    const { api, sent } = asking(() => Response.json({ id: 7 }));

    await api.GET('/proposals/{proposal_id}', proposal);
    await api.POST('/proposals/{proposal_id}/reject', {
      params: { path: { proposal_id: 7 }, header: { 'If-Match': '"1"' } },
      body: { reason: 'No' },
    });

    expect(sent.map(({ url }) => url)).toEqual([
      'http://map.test/api/proposals/7',
      'http://map.test/api/proposals/7/reject',
    ]);
    expect(sent.map(({ headers }) => headers.get('X-CSRFToken'))).toEqual([null, 'token']);
    expect(sent[1]?.headers.get('If-Match')).toBe('"1"');
    expect(sent[0]?.headers.get('Accept-Language')).toBe('th');
  });

  it('gives the data of a success', async () => {
    const { api } = asking(() => Response.json({ id: 7 }));

    expect(await given(api.GET('/proposals/{proposal_id}', proposal))).toEqual({ id: 7 });
  });

  it('throws a refusal with its code, its words and what it adds', async () => {
    const document = {
      type: '/api/problems/stale',
      detail: 'เก่า',
      conflicts: [1],
      errors: [{ pointer: '/a', detail: 'x' }],
    };
    const { api } = asking(() => Response.json(document, { status: 412 }));

    const refusal = await api.GET('/proposals/{proposal_id}', proposal).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({ status: 412, code: 'stale', words: 'เก่า x', document });
  });

  it('is a refusal too when the server answers with a page', async () => {
    const { api } = asking(() => new Response('<html>', { status: 502 }));

    await expect(api.GET('/proposals/{proposal_id}', proposal)).rejects.toMatchObject({
      status: 502,
      words: '502',
    });
  });

  it('says when nobody answers', async () => {
    const { api } = asking(() => Promise.reject(new TypeError('Failed to fetch')));

    await expect(api.GET('/proposals/{proposal_id}', proposal)).rejects.toBeInstanceOf(Unreachable);
  });
});
