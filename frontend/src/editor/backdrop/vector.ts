/** GeoJSON, KML and GPX as plain lines and names: nothing of a file's own look is taken over, names are only text. */
import type Feature from 'ol/Feature.js';
import GPX from 'ol/format/GPX.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import KML from 'ol/format/KML.js';

import { BadFile, type Content } from './backdrop';

const MOST_FEATURES = 20_000;

/** Throws BadFile; also for text that is not what the ending of the name says. */
export function readVector(name: string, end: string, text: string): Content {
  const format =
    end === 'kml' ? new KML({ extractStyles: false }) : end === 'gpx' ? new GPX() : new GeoJSON();
  if (end === 'kml' || end === 'gpx') wellFormed(name, end, text);
  const read = format.readFeatures(text, { dataProjection: 'EPSG:4326' }) as Feature[];
  const features = read.filter((feature) => feature.getGeometry());
  if (!features.length) throw new BadFile('empty', name);
  if (features.length > MOST_FEATURES) throw new BadFile('too-many', name, String(MOST_FEATURES));
  for (const feature of features) plain(name, feature);
  return { kind: 'vector', geojson: new GeoJSON().writeFeatures(features) };
}

/** Keeps the name; a position outside of the earth says that the file is in metres. */
function plain(file: string, feature: Feature): void {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = feature.getGeometry()?.getExtent() ?? [];
  if (!(west >= -180 && east <= 180 && south >= -90 && north <= 90))
    throw new BadFile('unknown-crs', file, '');
  const name: unknown = feature.get('name') ?? feature.get('name_th') ?? feature.get('name_en');
  const geometry = feature.getGeometry();
  for (const key of Object.keys(feature.getProperties())) feature.unset(key, true);
  feature.setProperties({ geometry, name: typeof name === 'string' ? name : '' });
}

function wellFormed(name: string, root: string, text: string): void {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  if (parsed.querySelector('parsererror') || parsed.documentElement.localName !== root)
    throw new BadFile('damaged', name);
}
