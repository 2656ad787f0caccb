import { queryOf } from './query';

/** The live number of stops that each start offers, written into the options of the start picker. */
export type Counts = Record<string, number>;

export function optionText(name: string, count: number | undefined, one: string, many: string): string {
  if (count === undefined) return name;
  return `${name} · ${count} ${count === 1 ? one : many}`;
}

export function writeCounts(select: HTMLSelectElement, counts: Counts): void {
  const { unitOne = '', unitMany = '' } = select.dataset;
  for (const option of select.options) {
    const name = option.dataset.name;
    if (name) option.text = optionText(name, counts[option.value], unitOne, unitMany);
  }
}

/** Keeps the numbers true while the visitor changes the wish; a failure leaves the last ones standing. */
export function keepCounting(form: HTMLFormElement, select: HTMLSelectElement, address: string): void {
  let asked = new AbortController();
  const count = async () => {
    asked.abort();
    asked = new AbortController();
    const answer = await fetch(`${address}?${queryOf(form)}`, { signal: asked.signal });
    if (answer.ok) writeCounts(select, (await answer.json()) as Counts);
  };
  form.addEventListener('change', (event) => {
    if (event.target !== select) count().catch(() => undefined);
  });
}
