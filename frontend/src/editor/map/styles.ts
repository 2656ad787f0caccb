/** How spaces look: a colour and a shape for each kind, a paler edge for drafts, corners for what is selected. */
import type { FeatureLike } from 'ol/Feature.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import SimpleGeometry from 'ol/geom/SimpleGeometry.js';
import type { StyleFunction } from 'ol/style/Style.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { label } from '../../map/markers';
import { faded, type Palette } from '../../map/palette';

/** Names are drawn closer than this many metres a pixel. */
const NAMES_BELOW = 12;

type Kind = (palette: Palette) => { readonly colour: string; readonly points: number };

const KINDS: Record<string, Kind> = {
  'heritage-sites': ({ accent }) => ({ colour: accent, points: 4 }),
  'street-art-walls': ({ straw }) => ({ colour: straw, points: 3 }),
  'urban-design-zones': ({ link }) => ({ colour: link, points: 0 }),
  'wisdom-places': ({ link }) => ({ colour: link, points: 0 }),
  amenities: ({ inkSoft }) => ({ colour: inkSoft, points: 0 }),
};
const PLAIN: Kind = ({ ink }) => ({ colour: ink, points: 0 });

export function spaceStyle(collection: string, palette: () => Palette, nameField: string): StyleFunction {
  return (feature, resolution) => {
    const colours = palette();
    const { colour, points } = (KINDS[collection] ?? PLAIN)(colours);
    const draft = feature.get('status') === 'draft';
    const style = new Style({
      image: mark(colour, points, colours),
      fill: new Fill({ color: faded(colour, 0.14) }),
      stroke: new Stroke({ color: colour, width: 2, ...(draft ? { lineDash: [8, 5] } : {}) }),
    });
    if (resolution < NAMES_BELOW) style.setText(nameOf(feature, nameField, colours));
    return style;
  };
}

function nameOf(feature: FeatureLike, field: string, palette: Palette) {
  const isPoint = feature.getGeometry()?.getType() === 'Point';
  return label(String(feature.get(field) ?? ''), palette, isPoint ? -18 : 0, 12);
}

function mark(colour: string, points: number, palette: Palette) {
  const look = {
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: palette.surface, width: 2 }),
  };
  return points ? new RegularShape({ ...look, points, radius: 9 }) : new CircleStyle({ ...look, radius: 7 });
}

/** Over the selected spaces: a strong edge, and a handle on each corner while corners are edited. */
export function selectionStyle(palette: () => Palette, withCorners: () => boolean): StyleFunction {
  return (feature) => {
    const { accent: focus, surface } = palette();
    const edge = new Style({
      fill: new Fill({ color: faded(focus, 0.12) }),
      stroke: new Stroke({ color: focus, width: 4 }),
      image: new CircleStyle({ radius: 12, stroke: new Stroke({ color: focus, width: 4 }) }),
    });
    return withCorners() ? [edge, corners(feature, focus, surface)] : [edge];
  };
}

function corners(feature: FeatureLike, colour: string, surface: string): Style {
  const handle = new CircleStyle({
    radius: 5,
    fill: new Fill({ color: surface }),
    stroke: new Stroke({ color: colour, width: 2 }),
  });
  return new Style({ image: handle, geometry: () => handles(feature) });
}

function handles(feature: FeatureLike): MultiPoint {
  const geometry = feature.getGeometry();
  return new MultiPoint(geometry instanceof SimpleGeometry ? geometry.getFlatCoordinates() : [], 'XY');
}
