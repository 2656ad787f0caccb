/** Keeps the address of the page as what is seen, and shows what an address asks for. */
import { effect } from '@preact/signals';
import { fromLonLat, toLonLat } from 'ol/proj.js';

import { readAddress, writeAddress, type View } from '../state/address';
import { find, type World } from '../state/world';
import type { Canvas } from './canvas';

/** Shows the view that the address asks for; a space is shown once it is loaded. */
export function followAddress(world: World, { map }: Canvas): void {
  const { view } = readAddress(location);
  if (view) {
    map.getView().setCenter(fromLonLat([view.lon, view.lat]));
    map.getView().setZoom(view.zoom);
  }
  map.on('moveend', () => {
    world.view.value = viewOf(map);
  });
  effect(() => {
    const [space = null, ...others] = world.selection.value;
    if (!world.view.value) return; // not drawn yet: the address still says what was asked for
    const seen = { space: others.length ? null : space, view: world.view.value };
    history.replaceState(history.state, '', location.pathname + writeAddress(seen, location.search));
  });
}

/** Selects the space that the address named when the page was opened. */
export function showAsked(world: World, canvas: Canvas, asked: ReturnType<typeof readAddress>): void {
  if (!asked.space) return;
  if (!find(world, asked.space)) {
    world.notice.value = world.words.rooms.notThere;
    return;
  }
  world.selection.value = [asked.space];
  if (!asked.view) canvas.zoomToSpaces([asked.space]);
}

function viewOf(map: Canvas['map']): View | null {
  const [zoom, center] = [map.getView().getZoom(), map.getView().getCenter()];
  if (zoom === undefined || !center) return null;
  const [lon = 0, lat = 0] = toLonLat(center);
  return { zoom, lat, lon };
}
