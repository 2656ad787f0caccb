import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import VectorSource from 'ol/source/Vector.js';
import { expect, it } from 'vitest';

import { SpaceSource } from './sources';

function zones(count: number) {
  const live = new VectorSource();
  const source = new SpaceSource(live);
  const features = Array.from({ length: count }, (_, n) => new Feature(new Point([n, 0])));
  source.write(() => {
    source.addFeatures(features);
  });
  return { live, source, features };
}

/** How often the layer of the source would be drawn anew. */
function drawings(source: VectorSource, during: () => void): number {
  const before = source.getRevision();
  during();
  return source.getRevision() - before;
}

it('draws the others once when a drag begins, and then not for each move', () => {
  const { live, source, features } = zones(1000);
  const drag = (x: number) => {
    for (const feature of features.slice(0, 4)) feature.setGeometry(new Point([x, 5]));
  };

  const first = drawings(source, () => {
    drag(1);
  });
  const later = drawings(source, () => {
    for (let x = 0; x < 100; x += 1) drag(x);
  });

  expect(first).toBeGreaterThan(0);
  expect(later).toBe(0);
  expect(live.getFeatures()).toEqual(features.slice(0, 4));
  expect(features.slice(0, 5).map((feature) => source.isDragged(feature))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

it('puts everything back in its place when the journal has it', () => {
  const { live, source, features } = zones(3);
  features[0]?.setGeometry(new Point([9, 9]));

  const once = drawings(source, () => {
    source.write(() => {
      for (const feature of features) feature.setGeometry(new Point([1, 1]));
    });
  });

  expect(once).toBe(1);
  expect(live.getFeatures()).toEqual([]);
  expect(source.getFeaturesInExtent([0.5, 0.5, 1.5, 1.5])).toHaveLength(3);
});

it('finds a dragged feature where it is now', () => {
  const { source, features } = zones(2);

  features[0]?.setGeometry(new Point([50, 50]));

  expect(source.getFeaturesInExtent([49, 49, 51, 51])).toEqual([features[0]]);
});
