/** Which spaces meet at a corner, asked of the map's own index: nothing has to be kept beside it. */
import { buffer, type Extent } from 'ol/extent.js';
import { fromLonLat } from 'ol/proj.js';
import type VectorSource from 'ol/source/Vector.js';

import { paths, samePlace } from '../core/grid';
import type { Geometry, LonLat, SpaceKey } from '../core/space';

/** Wider than what rounding to the grid moves a corner. */
const NEAR_M = 0.05;

export class Meeting {
  constructor(
    private readonly sources: () => Iterable<VectorSource>,
    private readonly geometryOf: (key: SpaceKey) => Geometry | null,
  ) {}

  /** The spaces that have a corner exactly here. */
  at(place: LonLat): SpaceKey[] {
    const [x = NaN, y = NaN] = fromLonLat([...place]);
    const box: Extent = buffer([x, y, x, y], NEAR_M);
    const found = [...this.sources()].flatMap((source) => source.getFeaturesInExtent(box));
    return found.map((feature) => feature.getId() as SpaceKey).filter((key) => this.has(key, place));
  }

  /** The spaces that have both corners: the only ones that can share the edge between them. */
  along(start: LonLat, end: LonLat): SpaceKey[] {
    const others = new Set(this.at(end));
    return this.at(start).filter((key) => others.has(key));
  }

  private has(key: SpaceKey, place: LonLat): boolean {
    const geometry = this.geometryOf(key);
    return Boolean(
      geometry && paths(geometry).some((path) => path.some((corner) => samePlace(corner, place))),
    );
  }
}
