import { fetchWhenReady } from './patience';
import { queryOf } from './query';

/** On the plan page a changed form plans again at once, without leaving the page. */
const PATIENCE_MS = 450;

export function replanOnChange(form: HTMLFormElement, result: HTMLElement, renew: () => void): void {
  let timer = 0;
  let asked = new AbortController();
  const status = document.querySelector<HTMLElement>('[data-live-status]');
  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? '';
  };
  const replan = async () => {
    asked.abort();
    asked = new AbortController();
    say(status?.dataset.busy);
    const fresh = await fetchResult(form, asked.signal);
    result.replaceChildren(...fresh.nodes);
    history.replaceState(null, '', fresh.address);
    document.title = fresh.title;
    say(status?.dataset.done);
    renew();
  };
  form.addEventListener('change', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      replan().catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
      });
    }, PATIENCE_MS);
  });
}

interface Fresh {
  nodes: Node[];
  address: string;
  title: string;
}

async function fetchResult(form: HTMLFormElement, signal: AbortSignal): Promise<Fresh> {
  const answer = await fetchWhenReady(`${form.action}?${queryOf(form)}`, signal);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const result = page.getElementById('result');
  if (!result) throw new Error(`no result in the answer ${answer.status}`);
  return { nodes: [...result.childNodes], address: answer.url, title: page.title };
}
