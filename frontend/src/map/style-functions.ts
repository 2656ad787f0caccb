/**
 * Stands for OpenLayers' `render/canvas/style.js`: every style here is a Style or a function, and the reader of flat
 * styles (style expressions and icons in JSON) would be a tenth of what a phone fetches for a map.
 */
import type { FlatStyleLike } from 'ol/style/flat.js';
import Style, { type StyleFunction, type StyleLike } from 'ol/style/Style.js';

/** What a layer asks of whatever style it is given. */
export function flatStyleLikeToStyleFunction(style: StyleLike | FlatStyleLike): StyleFunction {
  if (typeof style === 'function') return style;
  const styles = [style].flat();
  if (!styles.every((each) => each instanceof Style))
    throw new TypeError('flat styles are not built in: give a Style or a function');
  return () => styles;
}
