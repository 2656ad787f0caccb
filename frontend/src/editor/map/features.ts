/** The journal's spaces as features of the map: replaced when their content is, otherwise left alone. */
import Feature from 'ol/Feature.js';
import VectorSource from 'ol/source/Vector.js';

import { contentOf, type Journal } from '../core/journal';
import { partsOf, type Content, type Geometry, type Properties, type SpaceKey } from '../core/space';
import { Meeting } from './meeting';
import { toMap } from './shapes';
import { SpaceSource } from './sources';

export { fromMap, toMap } from './shapes';

/** What the map itself reads of a space; everything else is in the journal. */
const ON_THE_MAP = ['name_th', 'name_en', 'status'];

export class Features {
  readonly sources: ReadonlyMap<string, SpaceSource>;
  /** What the pointer drags just now. */
  readonly live = new VectorSource({ useSpatialIndex: false });
  readonly corners = new Meeting(
    () => this.sources.values(),
    (key) => this.shown.get(key)?.geometry ?? null,
  );
  private readonly shown = new Map<SpaceKey, Content>();

  constructor(collections: readonly string[]) {
    this.sources = new Map(collections.map((id) => [id, new SpaceSource(this.live)]));
  }

  /** Makes the map show `after`, given that it shows `before`. */
  follow(before: Journal, after: Journal): void {
    if (before.stored !== after.stored) this.replaceAll(after);
    else this.replaceSome(after, touched(before, after));
  }

  find(key: SpaceKey): Feature | null {
    return this.sources.get(partsOf(key).collection)?.getFeatureById(key) ?? null;
  }

  /** The spaces of a collection whose boxes meet that of the geometry. */
  near(collection: string, geometry: Geometry): SpaceKey[] {
    const found = this.sources.get(collection)?.getFeaturesInExtent(toMap(geometry).getExtent()) ?? [];
    return found.map((feature) => feature.getId() as SpaceKey);
  }

  propertiesOf(key: SpaceKey): Properties {
    return this.shown.get(key)?.properties ?? {};
  }

  /** Shows each space as the journal has it, whatever was drawn over it meanwhile. */
  restore(journal: Journal, keys: Iterable<SpaceKey>): void {
    for (const [source, some] of this.bySource(keys))
      source.write(() => {
        for (const key of some) {
          const content = contentOf(journal, key);
          if (content) this.find(key)?.setGeometry(toMap(content.geometry));
        }
      });
  }

  private replaceAll(journal: Journal): void {
    const keys = new Set([...this.shown.keys(), ...journal.stored.keys(), ...journal.changed.keys()]);
    const different = [...keys].filter((key) => contentOf(journal, key) !== (this.shown.get(key) ?? null));
    this.replaceSome(journal, different);
  }

  private replaceSome(journal: Journal, keys: Iterable<SpaceKey>): void {
    for (const [source, some] of this.bySource(keys))
      source.write(() => {
        const fresh = some.flatMap((key) => this.replace(source, key, contentOf(journal, key)) ?? []);
        source.addFeatures(fresh); // all at once: the index of places is built in one go
      });
  }

  private bySource(keys: Iterable<SpaceKey>): Map<SpaceSource, SpaceKey[]> {
    const found = new Map<SpaceSource, SpaceKey[]>();
    for (const key of keys) {
      const source = this.sources.get(partsOf(key).collection);
      const some = source && found.get(source);
      if (some) some.push(key);
      else if (source) found.set(source, [key]);
    }
    return found;
  }

  /** The new feature, if it has to be added. */
  private replace(source: SpaceSource, key: SpaceKey, content: Content | null): Feature | null {
    const old = this.shown.has(key) ? source.getFeatureById(key) : null;
    if (!content) {
      this.shown.delete(key);
      if (old) source.removeFeature(old);
      return null;
    }
    this.shown.set(key, content);
    const looks = { ...lookOf(content), key, geometry: toMap(content.geometry) };
    if (old) {
      old.setProperties(looks);
      return null;
    }
    const feature = new Feature(looks);
    feature.setId(key);
    return feature;
  }
}

function lookOf({ properties }: Content): Record<string, unknown> {
  return Object.fromEntries(ON_THE_MAP.map((name) => [name, properties[name]]));
}

function touched(before: Journal, after: Journal): SpaceKey[] {
  const keys = new Set([...before.changed.keys(), ...after.changed.keys()]);
  return [...keys].filter((key) => contentOf(before, key) !== contentOf(after, key));
}
