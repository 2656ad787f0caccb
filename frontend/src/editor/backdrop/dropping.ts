/** Files dropped on the map open the layers panel, where they are read; the rest of this folder is fetched only then. */
import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';

export function followDrops(world: World, canvas: Canvas): void {
  const target = canvas.map.getTargetElement();
  target?.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  target?.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    world.panel.value = 'layers';
    void import('./session').then(({ take }) => take(world, canvas, files));
  });
}

/** What was there last time comes back once the spaces are shown; who never had any fetches nothing. */
export function bringBack(world: World, canvas: Canvas): void {
  const known = localStorage.getItem(`learning-map-backdrops:${world.page.user?.login ?? ''}`);
  if (known) void import('./session').then(({ backdropsOf }) => backdropsOf(world, canvas));
}
