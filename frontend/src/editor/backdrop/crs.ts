/** The coordinate systems that a backdrop may be in, made known to the map, and how files name them. */
import { Projection, addCoordinateTransforms, addProjection, get, transform } from 'ol/proj.js';

import type { LonLat } from '../core/space';
import { fromIndian, toIndian } from './indian';

export const KNOWN = ['EPSG:4326', 'EPSG:3857', 'EPSG:32647', 'EPSG:32648', 'EPSG:24047'] as const;
export type Crs = (typeof KNOWN)[number];
/** What an image without a word about it is likely to be in. */
export const ASKED: readonly Crs[] = ['EPSG:32647', 'EPSG:4326', 'EPSG:24047'];

export function isKnown(code: string): code is Crs {
  return (KNOWN as readonly string[]).includes(code);
}

/** Makes Indian 1975 known to the map; the others it knows. */
export function registerCrs(): void {
  if (get('EPSG:24047')) return;
  const indian = new Projection({ code: 'EPSG:24047', units: 'm', extent: [100_000, 0, 900_000, 2_500_000] });
  addProjection(indian);
  const pair = (numbers: number[]): [number, number] => [numbers[0] ?? NaN, numbers[1] ?? NaN];
  addCoordinateTransforms(
    'EPSG:4326',
    indian,
    (place) => toIndian(pair(place)),
    (metres) => [...fromIndian(pair(metres))],
  );
  addCoordinateTransforms(
    'EPSG:3857',
    indian,
    (place) => toIndian(pair(transform(place, 'EPSG:3857', 'EPSG:4326'))),
    (metres) => transform([...fromIndian(pair(metres))], 'EPSG:4326', 'EPSG:3857'),
  );
}

/** A position of a file in degrees. */
export function toDegrees(place: readonly [number, number], crs: Crs): LonLat {
  registerCrs();
  const [lon = NaN, lat = NaN] = transform([...place], crs, 'EPSG:4326');
  return [lon, lat];
}

/** What the text of a .prj file says: one of ours, the name of another one. */
export function crsOfPrj(text: string): { readonly crs: Crs } | { readonly unknown: string } {
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1] ?? '';
  const plain = name.replace(/[\s_/]+/g, ' ').toLowerCase();
  const zone = /utm zone (\d+) ?n/.exec(plain)?.[1];
  const indian = /indian ?1975/.test(plain);
  if (indian && zone === '47') return { crs: 'EPSG:24047' };
  if (!indian && /wgs ?(19)?84/.test(plain)) {
    if (zone === '47') return { crs: 'EPSG:32647' };
    if (zone === '48') return { crs: 'EPSG:32648' };
    if (plain.includes('mercator')) return { crs: 'EPSG:3857' };
    if (/^\s*GEOGC(S|RS)/.test(text)) return { crs: 'EPSG:4326' };
  }
  return { unknown: name || text.slice(0, 60) };
}
