/** Reads a GeoTIFF into a picture. Only fetched when somebody drops one. */
import { fromArrayBuffer } from 'geotiff';

import { BadFile, type Content } from './backdrop';
import { isKnown } from './crs';
import { picture } from './picture';

const MOST_PIXELS_A_SIDE = 4096;
const USER_DEFINED = 32767;

/** A picture of at most 4096 pixels a side. Throws BadFile. */
export async function readGeoTiff(file: File): Promise<Content> {
  const image = await (await fromArrayBuffer(await file.arrayBuffer())).getImage();
  const keys = image.getGeoKeys() as Record<string, number> | null;
  const code = keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
  if (!code || code === USER_DEFINED) throw new BadFile('no-crs', file.name);
  const crs = `EPSG:${code}`;
  if (!isKnown(crs)) throw new BadFile('unknown-crs', file.name, crs);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = image.getBoundingBox();
  const shrink = Math.min(1, MOST_PIXELS_A_SIDE / Math.max(image.getWidth(), image.getHeight()));
  const [width, height] = [image.getWidth(), image.getHeight()].map((side) =>
    Math.max(1, Math.round(side * shrink)),
  ) as [number, number];
  const samples = await image.readRGB({ width, height, interleave: true });
  const pixels = withAlpha(samples, width * height);
  return {
    kind: 'image',
    picture: await picture(new ImageData(pixels, width, height)),
    box: [west, south, east, north],
    crs,
  };
}

function withAlpha(samples: ArrayLike<number>, count: number): Uint8ClampedArray<ArrayBuffer> {
  const each = samples.length / count;
  const pixels = new Uint8ClampedArray(count * 4);
  for (let n = 0; n < count; n += 1)
    for (let band = 0; band < 4; band += 1)
      pixels[n * 4 + band] = band < each ? (samples[n * each + band] ?? 0) : 255;
  return pixels;
}
