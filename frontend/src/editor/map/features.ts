/** The journal's spaces as features of the map: replaced when their content is, otherwise left alone. */
import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import type OlGeometry from 'ol/geom/Geometry.js';
import VectorSource from 'ol/source/Vector.js';

import { Corners } from '../core/corners';
import { mapPaths, onGrid } from '../core/grid';
import { contentOf, type Journal } from '../core/journal';
import { partsOf, type Content, type Geometry, type SpaceKey } from '../core/space';

const FORMAT = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });

export function toMap(geometry: Geometry): OlGeometry {
  const read: OlGeometry | null = FORMAT.readGeometry(geometry);
  if (!read) throw new Error(`no geometry in ${JSON.stringify(geometry)}`);
  return read;
}

/** Back to degrees on the grid: a corner that was not moved comes out as exactly what went in. */
export function fromMap(geometry: OlGeometry): Geometry {
  const read = FORMAT.writeGeometryObject(geometry) as Geometry;
  return mapPaths(read, (path) => path.map(onGrid));
}

export class Features {
  readonly sources: ReadonlyMap<string, VectorSource>;
  readonly corners = new Corners();
  private readonly shown = new Map<SpaceKey, Content>();

  constructor(collections: readonly string[]) {
    this.sources = new Map(collections.map((id) => [id, new VectorSource()]));
  }

  /** Makes the map show `after`, given that it shows `before`. */
  follow(before: Journal, after: Journal): void {
    if (before.stored !== after.stored) this.replaceAll(after);
    else for (const key of touched(before, after)) this.replace(key, contentOf(after, key));
  }

  find(key: SpaceKey): Feature | null {
    return this.sources.get(partsOf(key).collection)?.getFeatureById(key) ?? null;
  }

  /** The spaces of a collection whose boxes meet that of the geometry. */
  near(collection: string, geometry: Geometry): SpaceKey[] {
    const found = this.sources.get(collection)?.getFeaturesInExtent(toMap(geometry).getExtent()) ?? [];
    return found.map((feature) => feature.getId() as SpaceKey);
  }

  /** Shows each space as the journal has it, whatever was drawn over it meanwhile. */
  restore(journal: Journal, keys: Iterable<SpaceKey>): void {
    for (const key of keys) {
      const content = contentOf(journal, key);
      if (content) this.find(key)?.setGeometry(toMap(content.geometry));
    }
  }

  private replaceAll(journal: Journal): void {
    const keys = new Set([...this.shown.keys(), ...journal.stored.keys(), ...journal.changed.keys()]);
    const fresh = new Map<string, Feature[]>();
    for (const key of keys) {
      const content = contentOf(journal, key);
      if (content === (this.shown.get(key) ?? null)) continue;
      const known = this.shown.has(key);
      const feature = this.replace(key, content, known);
      if (feature && !known) push(fresh, partsOf(key).collection, feature);
    }
    for (const [collection, features] of fresh) this.sources.get(collection)?.addFeatures(features);
  }

  /** The new feature; with `add` it is in its source already. */
  private replace(key: SpaceKey, content: Content | null, add = true): Feature | null {
    const before = this.shown.get(key) ?? null;
    this.corners.replace(key, before?.geometry ?? null, content?.geometry ?? null);
    const source = this.sources.get(partsOf(key).collection);
    const old = before && source?.getFeatureById(key);
    if (!content) {
      this.shown.delete(key);
      if (old) source?.removeFeature(old);
      return null;
    }
    this.shown.set(key, content);
    const feature = old ?? new Feature();
    feature.setProperties({ ...content.properties, key, geometry: toMap(content.geometry) });
    if (!old) {
      feature.setId(key);
      if (add) source?.addFeature(feature);
    }
    return feature;
  }
}

function touched(before: Journal, after: Journal): Set<SpaceKey> {
  const keys = new Set([...before.changed.keys(), ...after.changed.keys()]);
  return new Set([...keys].filter((key) => contentOf(before, key) !== contentOf(after, key)));
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
