/** Backdrops as layers of the map. An operator's tiles are asked for only while their layer is seen. */
import type Layer from 'ol/layer/Layer.js';
import ImageLayer from 'ol/layer/Image.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorLayer from 'ol/layer/Vector.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import { transformExtent } from 'ol/proj.js';
import Static from 'ol/source/ImageStatic.js';
import TileWMS from 'ol/source/TileWMS.js';
import VectorSource from 'ol/source/Vector.js';
import XYZ from 'ol/source/XYZ.js';
import CircleStyle from 'ol/style/Circle.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { label } from '../../map/markers';
import type { Palette } from '../../map/palette';
import type { Content, Offered } from './backdrop';
import { registerCrs } from './crs';

export interface Drawn {
  readonly layer: Layer;
  /** Where it lies on the map; null: everywhere. */
  readonly extent: number[] | null;
}

export function layerOf(content: Content, palette: () => Palette): Drawn {
  if (content.kind === 'vector') return vectorLayer(content.geojson, palette);
  registerCrs();
  const imageExtent = [...content.box];
  const source = new Static({
    url: URL.createObjectURL(content.picture),
    imageExtent,
    projection: content.crs,
    interpolate: true,
  });
  return {
    layer: new ImageLayer({ source }),
    extent: transformExtent(imageExtent, content.crs, 'EPSG:3857', 8),
  };
}

function vectorLayer(geojson: string, palette: () => Palette): Drawn {
  const features = new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeatures(geojson);
  const source = new VectorSource({ features });
  const stroke = new Stroke({ color: palette().inkSoft, width: 2 });
  const shape = new Style({ stroke, image: new CircleStyle({ radius: 4, stroke }) });
  const name = new Style({ text: label('', palette(), -12, 12) });
  const layer = new VectorLayer({
    source,
    declutter: true,
    style: (feature) => {
      name.getText()?.setText(String(feature.get('name') ?? ''));
      return [shape, name];
    },
  });
  return { layer, extent: source.getExtent() ?? null };
}

export function offeredLayer(offered: Offered): Drawn {
  const { url, layer, attribution } = offered;
  const common = { attributions: attribution || undefined } as { attributions?: string };
  if (offered.kind === 'wms') {
    const params = { LAYERS: layer, FORMAT: offered.format, TRANSPARENT: true, VERSION: '1.3.0' };
    return { layer: new TileLayer({ source: new TileWMS({ ...common, url, params }) }), extent: null };
  }
  const source =
    offered.kind === 'xyz'
      ? new XYZ({ ...common, url })
      : new XYZ({ ...common, tileUrlFunction: ([z = 0, x = 0, y = 0]) => wmtsAddress(offered, z, x, y) });
  return { layer: new TileLayer({ source }), extent: null };
}

/** GetTile by key and value (WMTS 1.0.0, table 29), in the matrix set of the whole web. */
export function wmtsAddress(offered: Offered, z: number, x: number, y: number): string {
  const address = new URL(offered.url);
  const words = {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: offered.layer,
    STYLE: 'default',
    FORMAT: offered.format,
    TILEMATRIXSET: offered.matrix_set,
    TILEMATRIX: String(z),
    TILEROW: String(y),
    TILECOL: String(x),
  };
  for (const [name, value] of Object.entries(words)) address.searchParams.set(name, value);
  return address.href;
}
