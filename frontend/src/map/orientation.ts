import type { FeatureLike } from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import type { Look } from './itinerary-layer';
import { label } from './markers';
import { faded, type Palette } from './palette';

/** Metres a pixel: farther out than the first no station names, closer than the second no district names. */
const STATIONS_BELOW = 90;
const DISTRICTS_ABOVE = 18;
const WALK_AREAS_BELOW = 120;

type Draw = (palette: Palette, name: string, resolution: number) => Style[];

const DRAW: Record<string, Draw> = {
  lake: (palette, name) => [
    new Style({
      fill: new Fill({ color: palette.water }),
      stroke: new Stroke({ color: faded(palette.link, 0.45), width: 1.5 }),
    }),
    new Style({ text: label(name, palette, 0, 14) }),
  ],
  coast: (palette) => [new Style({ stroke: new Stroke({ color: faded(palette.link, 0.7), width: 2 }) })],
  railway: (palette) => [
    new Style({ stroke: new Stroke({ color: faded(palette.inkSoft, 0.75), width: 4 }) }),
    new Style({ stroke: new Stroke({ color: palette.land, width: 2, lineDash: [9, 9] }) }),
  ],
  station: (palette, name, resolution) => [
    new Style({
      image: new CircleStyle({
        radius: 4,
        fill: new Fill({ color: palette.surface }),
        stroke: new Stroke({ color: palette.inkSoft, width: 2 }),
      }),
      ...(resolution < STATIONS_BELOW ? { text: label(name, palette, 16, 12) } : {}),
    }),
  ],
  'district-label': (palette, name, resolution) =>
    resolution > DISTRICTS_ABOVE ? [new Style({ text: label(name, palette, 0, 12) })] : [],
  'walk-area': (palette, name, resolution) =>
    resolution < WALK_AREAS_BELOW
      ? [
          new Style({ fill: new Fill({ color: faded(palette.straw, 0.12) }) }),
          new Style({ text: label(name, palette, 0, 13) }),
        ]
      : [],
};

/** The styles of one feature of the schematic layer: an unknown role is not drawn. */
export function orientationStyles(role: string, palette: Palette, name: string, resolution: number): Style[] {
  return DRAW[role]?.(palette, name, resolution) ?? [];
}

/**
 * Lake, coast, railway, stations, districts and walk areas, drawn by hand: enough to know where one is.
 * Closer than `namedAbove` metres a pixel its names give way to those of what is drawn over it.
 */
export function orientationLayer(address: string, look: Look, language: string, namedAbove = 0): VectorLayer {
  const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
  const field = language.startsWith('th') ? 'name_th' : 'name_en';
  return new VectorLayer({
    source: new VectorSource({ url: address, format }),
    declutter: true,
    style: (feature: FeatureLike, resolution) => {
      const name = resolution < namedAbove ? '' : String(feature.get(field));
      return orientationStyles(String(feature.get('role')), look.palette, name, resolution);
    },
  });
}
