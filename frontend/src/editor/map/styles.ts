/** How spaces look: a colour and a shape for each kind, a broken edge for drafts, corners for what is selected. */
import type { FeatureLike } from 'ol/Feature.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import SimpleGeometry from 'ol/geom/SimpleGeometry.js';
import type { StyleFunction } from 'ol/style/Style.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { faded, type Palette } from '../../map/palette';

type Kind = (palette: Palette) => { readonly colour: string; readonly points: number };

const KINDS: Record<string, Kind> = {
  'heritage-sites': ({ accent }) => ({ colour: accent, points: 4 }),
  'street-art-walls': ({ straw }) => ({ colour: straw, points: 3 }),
  'urban-design-zones': ({ link }) => ({ colour: link, points: 0 }),
  'wisdom-places': ({ link }) => ({ colour: link, points: 0 }),
  amenities: ({ inkSoft }) => ({ colour: inkSoft, points: 0 }),
};
const PLAIN: Kind = ({ ink }) => ({ colour: ink, points: 0 });

/** The two styles of one kind, made once for each palette. */
interface Look {
  readonly palette: Palette;
  readonly plain: Style;
  readonly draft: Style;
}

export function spaceStyle(collection: string, palette: () => Palette): StyleFunction {
  let look: Look | undefined;
  return (feature) => {
    if (look?.palette !== palette()) look = lookOf(collection, palette());
    return feature.get('status') === 'draft' ? look.draft : look.plain;
  };
}

function lookOf(collection: string, palette: Palette): Look {
  const { colour, points } = (KINDS[collection] ?? PLAIN)(palette);
  const image = mark(colour, points, palette);
  const fill = new Fill({ color: faded(colour, 0.14) });
  const stroke = (lineDash?: number[]) =>
    new Stroke({ color: colour, width: 2, ...(lineDash ? { lineDash } : {}) });
  return {
    palette,
    plain: new Style({ image, fill, stroke: stroke() }),
    draft: new Style({ image, fill, stroke: stroke([8, 5]) }),
  };
}

function mark(colour: string, points: number, palette: Palette) {
  const look = {
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: palette.surface, width: 2 }),
    declutterMode: 'none' as const, // an editor hides no mark under another
  };
  return points ? new RegularShape({ ...look, points, radius: 9 }) : new CircleStyle({ ...look, radius: 7 });
}

/** Over the selected spaces: a strong edge, and a handle on each corner while corners are edited. */
export function selectionStyle(palette: () => Palette, withCorners: () => boolean): StyleFunction {
  let made: { palette: Palette; edge: Style; handles: Style } | undefined;
  return () => {
    if (made?.palette !== palette()) made = { palette: palette(), ...selectionLook(palette()) };
    return withCorners() ? [made.edge, made.handles] : made.edge;
  };
}

function selectionLook({ accent: focus, surface }: Palette): { edge: Style; handles: Style } {
  const stroke = new Stroke({ color: focus, width: 4 });
  const edge = new Style({
    fill: new Fill({ color: faded(focus, 0.12) }),
    stroke,
    image: new CircleStyle({ radius: 12, stroke }),
  });
  const image = new CircleStyle({
    radius: 5,
    fill: new Fill({ color: surface }),
    stroke: new Stroke({ color: focus, width: 2 }),
  });
  return { edge, handles: new Style({ image, geometry: handles }) };
}

function handles(feature: FeatureLike): MultiPoint {
  const geometry = feature.getGeometry();
  return new MultiPoint(geometry instanceof SimpleGeometry ? geometry.getFlatCoordinates() : [], 'XY');
}
