/** A page, asked for again for as long as the server says `Refresh: <seconds>`: others are being served first. */
export async function fetchWhenReady(address: string, signal: AbortSignal): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, { signal });
    const seconds = Number(answer.headers.get('Refresh'));
    if (!seconds) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}
