import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';

/** The operator's own tiles, `…/{z}/{x}/{y}.png`. */
export function rasterLayer(url: string): TileLayer {
  return new TileLayer({ source: new XYZ({ url }), opacity: 0.75 });
}
