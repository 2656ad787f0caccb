import { afterEach, describe, expect, it, vi } from 'vitest';

import { fetchWhenReady } from './patience';

afterEach(() => vi.unstubAllGlobals());

describe('fetchWhenReady', () => {
  it('asks again after the seconds the server names', async () => {
    const busy = new Response('busy', { status: 503, headers: { Refresh: '0.01' } });
    const fetched = vi.fn().mockResolvedValueOnce(busy).mockResolvedValueOnce(new Response('a route'));
    vi.stubGlobal('fetch', fetched);

    const answer = await fetchWhenReady('/th/plan/', new AbortController().signal);

    expect(await answer.text()).toBe('a route');
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('takes any other answer as it comes', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response('refused', { status: 422 })));

    expect((await fetchWhenReady('/th/plan/', new AbortController().signal)).status).toBe(422);
  });
});
