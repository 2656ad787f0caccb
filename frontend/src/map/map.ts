import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import { boundingExtent, buffer, containsCoordinate, type Extent } from 'ol/extent.js';
import { defaults } from 'ol/interaction/defaults.js';
import { fromLonLat } from 'ol/proj.js';

import { backdrop } from './backdrop';
import { controls, nameZoomButtons } from './controls';
import { readMapData, type LonLat, type MapData } from './data';
import { itineraryLayer, type Look } from './itinerary-layer';
import { mirrorList } from './mirror';
import { orientationLayer } from './orientation';
import { readPalette } from './palette';

const HOME: LonLat = [100.08, 7.617];
const MARGIN_PX = [56, 64, 48, 40];

/** Draws the map of a page, whose data stands in the page, into its container. */
export async function showMap(container: HTMLElement): Promise<OlMap> {
  return drawMap(container, readMapData(container));
}

/** Draws the data into the container and ties the map to the list beside it. */
export async function drawMap(container: HTMLElement, data: MapData): Promise<OlMap> {
  const look: Look = { palette: readPalette(container), lit: undefined };
  const layers = [orientationLayer(container.dataset.base ?? '', look, document.documentElement.lang)];
  const places = itineraryLayer(data, look);
  const view = new View({ center: fromLonLat(HOME), zoom: 12, minZoom: 8, maxZoom: 18 });
  const showAll = () => {
    view.fit(extentOf(data), { padding: MARGIN_PX, maxZoom: 15, duration: pace() });
  };
  container.replaceChildren();
  container.tabIndex = 0;
  container.setAttribute('role', 'region');
  container.setAttribute('aria-label', data.labels.map);
  const map = new OlMap({
    target: container,
    layers: [...(await backdrop(container.dataset.basemap)), ...layers, places],
    view,
    controls: controls(data.labels, showAll, data.attribution),
    interactions: defaults({ onFocusOnly: true }),
  });
  nameZoomButtons(container, data.labels);
  view.fit(extentOf(data), { padding: MARGIN_PX, maxZoom: 15, size: map.getSize() ?? [320, 320] });
  followScheme(container, look, map);
  tieToList(map, data, look);
  return map;
}

export function extentOf(data: MapData): Extent {
  const spots = data.spots ?? [];
  const places = [...data.stops, ...data.ends, ...spots].map((place) => place.lonlat);
  const positions = [...places, ...(data.frame ?? [])].map((position) => fromLonLat(position));
  const outlines = spots.flatMap((spot) => spot.outline.flat()).map((position) => fromLonLat(position));
  const all = boundingExtent(positions.length ? [...positions, ...outlines] : [fromLonLat(HOME)]);
  const only = spots.length === 1 ? spots[0] : undefined;
  return buffer(all, only ? only.accuracy_m * 1.2 : 250);
}

function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
}

function followScheme(container: HTMLElement, look: Look, map: OlMap): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    look.palette = readPalette(container);
    for (const layer of map.getLayers().getArray()) layer.changed();
  });
}

function tieToList(map: OlMap, data: MapData, look: Look): void {
  const places = [...data.stops, ...(data.spots ?? [])];
  const mirror = mirrorList(
    document,
    places.map((place) => place.id),
    (id) => {
      light(id, true);
    },
  );
  const light = (id: string | undefined, fromList: boolean) => {
    if (look.lit === id) return;
    look.lit = id;
    mirror.light(id);
    for (const layer of map.getLayers().getArray()) layer.changed();
    const place = places.find((candidate) => candidate.id === id);
    if (fromList && place) bringIntoView(map, place.lonlat);
  };
  const under = (pixel: number[]) =>
    map.forEachFeatureAtPixel(pixel, (feature) => feature.get('place') as string | undefined, {
      hitTolerance: 6,
    });
  map.on('pointermove', (event) => {
    if (!event.dragging) light(under(event.pixel), false);
  });
  map.on('click', (event) => {
    const place = under(event.pixel);
    if (place) mirror.visit(place);
  });
}

function bringIntoView(map: OlMap, lonlat: LonLat): void {
  const view = map.getView();
  const centre = fromLonLat(lonlat);
  if (!containsCoordinate(view.calculateExtent(map.getSize()), centre))
    view.animate({ center: centre, duration: pace() });
}
