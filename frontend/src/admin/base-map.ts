import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import { defaults } from 'ol/interaction/defaults.js';
import { fromLonLat } from 'ol/proj.js';

import { backdrop } from '../map/backdrop';
import { controls } from '../map/controls';
import { orientationLayer } from '../map/orientation';
import { readPalette, type Palette } from '../map/palette';
import type { Words } from './toolbar';

const HOME = [100.08, 7.617];

/** The schematic map of the public pages, ready to be drawn on; the operator's base map under it where one is set. */
export async function baseMap(
  canvas: HTMLElement,
  box: HTMLElement,
  words: Words,
  showAll: () => void,
): Promise<{ map: OlMap; palette: Palette }> {
  const palette = readPalette(box);
  const language = document.documentElement.lang;
  canvas.className = 'map-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'region');
  canvas.setAttribute('aria-label', words.map ?? '');
  const word = (name: string) => words[name] ?? name;
  const labels = {
    map: word('map'),
    schematic: word('schematic'),
    zoomIn: word('zoomIn'),
    zoomOut: word('zoomOut'),
    fit: word('fit'),
  };
  const map = new OlMap({
    target: canvas,
    layers: [
      ...(await backdrop(box.dataset.basemap)),
      orientationLayer(box.dataset.orientation ?? '', { palette, lit: undefined }, language),
    ],
    view: new View({ center: fromLonLat(HOME), zoom: 12, minZoom: 7, maxZoom: 20 }),
    controls: controls(labels, showAll),
    interactions: defaults({ onFocusOnly: true, doubleClickZoom: false }),
  });
  return { map, palette };
}
