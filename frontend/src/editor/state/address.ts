/**
 * The address of what is seen: `?space=collection/id` for what is selected and `#map=zoom/lat/lon` for the view, so that
 * a link shows somebody else the same.
 */
import { keyOf, type SpaceKey } from '../core/space';

export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

export interface Seen {
  readonly space: SpaceKey | null;
  readonly view: View | null;
}

const SPACE = /^([a-z-]+)\/([a-z0-9-]{1,80})$/;
const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const VIEW = new RegExp(`^#map=${NUMBER}/${NUMBER}/${NUMBER}$`);

/** What an address asks to be shown; anything else in it is passed over. */
export function readAddress(address: { readonly search: string; readonly hash: string }): Seen {
  const [, collection, id] = SPACE.exec(new URLSearchParams(address.search).get('space') ?? '') ?? [];
  const [, zoom, lat, lon] = VIEW.exec(address.hash) ?? [];
  const view = { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) };
  return {
    space: collection && id ? keyOf(collection, id) : null,
    view: zoom && Math.abs(view.lat) <= 85 && Math.abs(view.lon) <= 180 ? view : null,
  };
}

/** The part of an address behind its path. Five digits are about a metre; other parameters stay as they are. */
export function writeAddress({ space, view }: Seen, search = ''): string {
  const parameters = new URLSearchParams(search);
  if (space) parameters.set('space', space);
  else parameters.delete('space');
  const query = parameters.toString().replaceAll('%2F', '/');
  const hash = view && `#map=${view.zoom.toFixed(1)}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`;
  return `${query && `?${query}`}${hash ?? ''}`;
}

/** Metres on the ground for each metre on a screen of 0.28 mm a pixel, as OGC counts scales. */
export function scaleOf({ zoom, lat }: View): number {
  const metres_a_pixel = (40_075_016.686 / 256 / 2 ** zoom) * Math.cos((lat * Math.PI) / 180);
  return metres_a_pixel / 0.00028;
}
