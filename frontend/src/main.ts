import './styles/index.css';

import { keepCounting } from './planning/counts';
import { replanOnChange } from './planning/live';
import { offerTakeAway } from './planning/take-away';

/** The map is large, so a page without one never loads it. */
async function showMaps(root: ParentNode): Promise<void> {
  const containers = [...root.querySelectorAll<HTMLElement>('[data-map]')];
  if (!containers.length) return;
  const { showMap } = await import('./map/map');
  await Promise.all(containers.map((container) => showMap(container)));
}

/** Only planners see these, so the shading of gaps is a part of its own. */
async function showCoverageMaps(root: ParentNode): Promise<void> {
  const containers = [...root.querySelectorAll<HTMLElement>('[data-coverage-map]')];
  if (!containers.length) return;
  const { showCoverage } = await import('./map/coverage');
  await Promise.all(
    containers.map((container) =>
      showCoverage(container).catch(() => {
        const note = container.querySelector('.map-note');
        if (note) note.textContent = container.dataset.failed ?? '';
      }),
    ),
  );
}

function enliven(root: ParentNode): void {
  offerTakeAway(root);
  void showMaps(root);
  void showCoverageMaps(root);
}

function watchForm(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-wish]');
  if (!form) return;
  const select = form.querySelector<HTMLSelectElement>('[data-starts]');
  if (select?.dataset.starts) keepCounting(form, select, select.dataset.starts);
  const result = document.getElementById(form.dataset.live ?? '');
  if (result)
    replanOnChange(form, result, () => {
      enliven(result);
    });
}

enliven(document);
watchForm();
