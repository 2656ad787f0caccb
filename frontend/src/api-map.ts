/** The maps of the API's own pages: the GeoJSON that a page is about, drawn like every map of the site. */
import './styles/api-map.css';

import type { Labels } from './map/data';
import { spotsOf, type Answer } from './map/features';

async function showFeatures(container: HTMLElement): Promise<void> {
  const [answer, { drawMap }] = await Promise.all([
    ask(container.dataset.src ?? ''),
    import('./map/map'), // large, and only needed where there is something to draw
  ]);
  const spots = spotsOf(answer, document.documentElement.lang);
  const labels = JSON.parse(container.dataset.labels ?? '{}') as Labels;
  await drawMap(container, { stops: [], legs: [], ends: [], spots, labels });
}

async function ask(address: string): Promise<Answer> {
  const response = await fetch(address, { headers: { accept: 'application/geo+json' } });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return (await response.json()) as Answer;
}

/** The table says the same, so a map that cannot be drawn only says so. */
function enliven(container: HTMLElement): void {
  showFeatures(container).catch(() => {
    const note = container.querySelector('.map-note');
    if (note) note.textContent = container.dataset.failed ?? '';
  });
}

document.querySelectorAll<HTMLElement>('[data-features-map]').forEach(enliven);
