/** The map of the editor: the schematic base, a layer for each kind of space, and what is selected on top. */
import { effect } from '@preact/signals';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { boundingExtent, isEmpty } from 'ol/extent.js';
import { defaults } from 'ol/interaction/defaults.js';
import LayerGroup from 'ol/layer/Group.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';

import { backdrop } from '../../map/backdrop';
import { orientationLayer } from '../../map/orientation';
import { readPalette, type Palette } from '../../map/palette';
import { onGrid } from '../core/grid';
import { EMPTY } from '../core/journal';
import type { LonLat, SpaceKey } from '../core/space';
import type { World } from '../state/world';
import { Features } from './features';
import { followConflicts } from './overlay';
import { spaceLayers, type SpaceLayers } from './layers';
import { NAMES_BELOW } from './names';
import { selectionStyle } from './styles';

const MARGIN = [40, 40, 40, 40];
const CLOSEST = 21;

export interface Canvas {
  readonly map: OlMap;
  readonly features: Features;
  /** What is selected, and over it nothing else. */
  readonly selected: VectorSource;
  /** Backdrops: above the schematic map, below the spaces. */
  readonly under: LayerGroup;
  readonly palette: () => Palette;
  showAll: () => void;
  zoomToSpaces: (keys: readonly SpaceKey[]) => void;
  zoomToPlace: (place: LonLat) => void;
}

/** Draws the map into `target` and keeps it as the world is, until the page is left. */
export async function createCanvas(target: HTMLElement, world: World): Promise<Canvas> {
  const look = { palette: readPalette(target), lit: undefined };
  const palette = () => look.palette;
  const features = new Features(world.page.collections.map(({ id }) => id));
  const layers = spaceLayers(world, features, palette);
  const selected = new VectorSource();
  const selection = new VectorLayer({
    source: selected,
    style: selectionStyle(palette, () => world.tool.value === 'corners'),
  });
  const under = new LayerGroup();
  const view = new View({ center: [0, 0], zoom: 12, minZoom: 7, maxZoom: CLOSEST });
  const map = new OlMap({
    target,
    view,
    layers: [
      ...(await backdrop(world.page.basemap)),
      orientationLayer(world.page.orientation, look, world.page.language, NAMES_BELOW),
      under,
      ...layers.byCollection.values(),
      layers.live,
      ...layers.names.values(),
      selection,
    ],
    controls: [new ScaleLine({ minWidth: 80 })],
    interactions: defaults({
      doubleClickZoom: false,
      shiftDragZoom: false,
      altShiftDragRotate: false,
      pinchRotate: false,
    }),
  });
  view.fit(transformExtent([...world.page.home], 'EPSG:4326', 'EPSG:3857'));
  followScheme(map, target, look);
  followWorld(world, map, features, selection, layers);
  followConflicts(world, map, palette);
  map.on('pointermove', ({ coordinate, dragging }) => {
    if (!dragging) world.pointer.value = onGrid(toLonLat(coordinate));
  });
  const fit = (extent: number[]) => {
    if (!isEmpty(extent)) view.fit(extent, { padding: MARGIN, maxZoom: 18, duration: pace() });
  };
  return {
    map,
    features,
    selected,
    under,
    palette,
    showAll: () => {
      fit(transformExtent([...world.page.home], 'EPSG:4326', 'EPSG:3857'));
    },
    zoomToSpaces: (keys) => {
      const extents = keys.flatMap((key) => features.find(key)?.getGeometry()?.getExtent() ?? []);
      fit(boundingExtent(pairs(extents)));
    },
    zoomToPlace: (place) => {
      view.animate({
        center: fromLonLat([...place]),
        zoom: Math.max(view.getZoom() ?? 0, 18),
        duration: pace(),
      });
    },
  };
}

function pairs(flat: readonly number[]): number[][] {
  return flat.flatMap((x, n) => (n % 2 ? [] : [[x, flat[n + 1] ?? 0]]));
}

function followScheme(map: OlMap, target: HTMLElement, look: { palette: Palette }): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    look.palette = readPalette(target);
    for (const layer of map.getLayers().getArray()) layer.changed();
  });
}

function followWorld(
  world: World,
  map: OlMap,
  features: Features,
  selection: VectorLayer<VectorSource>,
  layers: SpaceLayers,
): void {
  let shown = EMPTY;
  effect(() => {
    const journal = world.journal.value;
    features.follow(shown, journal);
    shown = journal;
  });
  effect(() => {
    const [keys] = [world.selection.value, world.journal.value]; // what is selected may have been replaced
    const source = selection.getSource();
    source?.clear();
    source?.addFeatures(keys.flatMap((key) => features.find(key) ?? []));
  });
  effect(() => {
    for (const { id, visible, opacity } of world.layers.value) {
      layers.byCollection.get(id)?.setVisible(visible);
      layers.byCollection.get(id)?.setOpacity(opacity);
      layers.names.get(id)?.setVisible(visible);
    }
  });
  world.filters.subscribe(() => {
    for (const layer of [...layers.byCollection.values(), ...layers.names.values()]) layer.changed();
  });
  effect(() => {
    const target = map.getTargetElement();
    if (target) target.dataset.tool = world.tool.value;
    selection.changed(); // its corners have handles or not
  });
}

export function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
}
