/** The planners' map of gaps: the area from which no learning space is reached in time, and the spaces as small dots. */
import type { FeatureLike } from 'ol/Feature.js';
import Feature from 'ol/Feature.js';
import type OlMap from 'ol/Map.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { readMapData, type MapData, type Spot } from './data';
import { drawMap, extentOf } from './map';
import { label } from './markers';
import { faded, readPalette, type Palette } from './palette';

/** Metres a pixel: farther out names would cover what they name. */
const NAMES_BELOW = 25;
const LARGE_BELOW = 40;
const PRINT_MARGIN_PX = [20, 12, 28, 12];

export async function showCoverage(container: HTMLElement): Promise<void> {
  const data = readMapData(container);
  const gaps = await ask(container.dataset.src ?? '');
  const map = await drawMap(container, { ...data, spots: [] });
  map.addLayer(gapLayer(gaps, container));
  map.addLayer(dotLayer(data.spots ?? [], container));
  fitWhenPrinted(map, data);
}

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { accept: 'application/geo+json' } });
  if (!response.ok) throw new Error(`${String(response.status)} for ${address}`);
  return response.json();
}

function gapLayer(gaps: unknown, container: HTMLElement): VectorLayer {
  const features = new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeatures(gaps);
  return new VectorLayer({
    source: new VectorSource({ features }),
    style: () => gapStyle(readPalette(container)),
  });
}

function dotLayer(spots: Spot[], container: HTMLElement): VectorLayer {
  const features = spots.map(
    (spot) => new Feature({ geometry: new Point(fromLonLat(spot.lonlat)), name: spot.name }),
  );
  return new VectorLayer({
    source: new VectorSource({ features }),
    declutter: true,
    style: (feature: FeatureLike, resolution) =>
      dotStyle(String(feature.get('name')), readPalette(container), resolution),
  });
}

export function gapStyle(palette: Palette): Style {
  return new Style({
    fill: new Fill({ color: faded(palette.accent, 0.17) }),
    stroke: new Stroke({ color: faded(palette.accent, 0.75), width: 1 }),
  });
}

/** A dot small enough to leave the walk around it in sight; close by with its name. */
export function dotStyle(name: string, palette: Palette, resolution: number): Style {
  const style = new Style({
    image: new CircleStyle({
      radius: resolution < LARGE_BELOW ? 5 : 2.5,
      fill: new Fill({ color: palette.link }),
      stroke: new Stroke({ color: palette.surface, width: 1 }),
      declutterMode: 'none',
    }),
  });
  if (resolution < NAMES_BELOW) style.setText(label(name, palette, -14, 12));
  return style;
}

/** On paper the map has another size: it shows the whole again, at once. */
function fitWhenPrinted(map: OlMap, data: MapData): void {
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (!map.getTargetElement()?.clientWidth) return;
    map.updateSize();
    if (matches) map.getView().fit(extentOf({ ...data, spots: [] }), { padding: PRINT_MARGIN_PX });
    for (const layer of map.getLayers().getArray()) layer.changed();
    map.renderSync();
  });
}
