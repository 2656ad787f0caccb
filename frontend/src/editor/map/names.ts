/** The names of the spaces, above all marks and areas: of two that would lie on each other one is left out. */
import type { FeatureLike } from 'ol/Feature.js';
import { getWidth } from 'ol/extent.js';
import type { StyleFunction } from 'ol/style/Style.js';
import Style from 'ol/style/Style.js';

import { label } from '../../map/markers';
import type { Palette } from '../../map/palette';

/** Names are drawn closer than this many metres a pixel, those of areas if they are at least this wide. */
export const NAMES_BELOW = 12;
const NAMES_FROM_PX = 56;
const ABOVE_THE_MARK_PX = -18;

export function nameField(language: 'th' | 'en'): 'name_th' | 'name_en' {
  return `name_${language}`;
}

/** The style of names by themselves, made once for each palette; only the text changes from space to space. */
export function nameStyle(palette: () => Palette, field: string): StyleFunction {
  let made: { palette: Palette; point: Style; area: Style } | undefined;
  return (feature, resolution) => {
    if (made?.palette !== palette()) made = { palette: palette(), ...looks(palette()) };
    if (!isNamed(feature, resolution)) return undefined;
    const style = feature.getGeometry()?.getType() === 'Point' ? made.point : made.area;
    style.getText()?.setText(String(feature.get(field) ?? '')); // read before the next space is asked for
    return style;
  };
}

function looks(palette: Palette) {
  return {
    point: new Style({ text: label('', palette, ABOVE_THE_MARK_PX, 12) }),
    area: new Style({ text: label('', palette, 0, 12) }),
  };
}

function isNamed(feature: FeatureLike, resolution: number): boolean {
  const geometry = feature.getGeometry();
  if (!geometry || resolution >= NAMES_BELOW) return false;
  const isArea = geometry.getType().endsWith('Polygon');
  return !isArea || getWidth(geometry.getExtent()) >= NAMES_FROM_PX * resolution;
}
