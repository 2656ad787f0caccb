/** Where a photo was taken, from what the camera wrote into it (Exif). The photo stays on this device. */
import type { LonLat } from '../core/space';
import { onGrid } from '../core/grid';

export interface PhotoPosition {
  readonly place: LonLat;
  /** How far off the camera thought it might be; undefined where it did not say. */
  readonly accuracy_m: number | undefined;
}

/** Why a photo gives no position. */
export class NoPosition extends Error {
  constructor(readonly why: 'unreadable' | 'no-position') {
    super(why);
  }
}

const LARGEST_BYTES = 60_000_000;

/** The position in WGS 84 degrees. Throws NoPosition. The reader of Exif is fetched when the first photo is chosen. */
export async function readPosition(photo: Blob): Promise<PhotoPosition> {
  const tags = await readTags(photo);
  const { Latitude: lat, Longitude: lon } = tags.gps ?? {};
  if (lat === undefined || lon === undefined || !onEarth(lon, lat)) throw new NoPosition('no-position');
  const error: unknown = tags.exif?.GPSHPositioningError?.value;
  return { place: onGrid([lon, lat]), accuracy_m: quotient(error) };
}

async function readTags(photo: Blob) {
  if (photo.size > LARGEST_BYTES) throw new NoPosition('unreadable');
  const reader = await import('exifreader');
  try {
    return reader.load(await photo.arrayBuffer(), { expanded: true });
  } catch {
    throw new NoPosition('unreadable'); // whatever the file was, it is no photo with Exif
  }
}

/** A camera without a fix writes zeros, or numbers that are none. */
function onEarth(lon: number, lat: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lon === 0 && lat === 0);
}

/** An Exif rational: numerator and denominator. */
function quotient(value: unknown): number | undefined {
  if (!Array.isArray(value)) return undefined;
  const metres = Number(value[0]) / Number(value[1]);
  return Number.isFinite(metres) && metres > 0 ? Math.ceil(metres) : undefined;
}
