/** Snapping to corners, edges and crossings of what is shown; Alt lets go. Always added last, or others act before it. */
import Collection from 'ol/Collection.js';
import type Feature from 'ol/Feature.js';
import Snap from 'ol/interaction/Snap.js';

import type { Canvas } from '../map/canvas';
import { nameOf, type World } from '../state/world';
import type { SpaceKey } from '../core/space';

const PIXELS = 10;

export function snapping(world: World, { map, features }: Canvas): () => void {
  const shown = world.layers.value.filter((layer) => layer.visible).map((layer) => layer.id);
  const extent = map.getView().calculateExtent(map.getSize());
  const near = shown.flatMap((id) => features.sources.get(id)?.getFeaturesInExtent(extent) ?? []);
  const snap = new Snap({
    features: new Collection<Feature>(near),
    pixelTolerance: PIXELS,
    vertex: true,
    edge: true,
    intersection: near.length < 500, // every pair of edges is looked at
  });
  snap.on('snap', (event) => {
    const key = event.feature.get('key') as SpaceKey | undefined;
    if (key) world.notice.value = world.words.snapped(event.segment ? 'edge' : 'corner', nameOf(world, key));
  });
  const alt = (event: KeyboardEvent) => {
    if (event.key === 'Alt') snap.setActive(event.type === 'keyup');
  };
  document.addEventListener('keydown', alt);
  document.addEventListener('keyup', alt);
  map.addInteraction(snap);
  return () => {
    document.removeEventListener('keydown', alt);
    document.removeEventListener('keyup', alt);
    map.removeInteraction(snap);
  };
}
