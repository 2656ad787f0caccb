/** The layers of the spaces: each kind drawn once into a picture that panning only moves, and what is dragged above. */
import type { FeatureLike } from 'ol/Feature.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import type { StyleFunction } from 'ol/style/Style.js';

import type { Palette } from '../../map/palette';
import { filterCount, isShown } from '../core/filtering';
import { partsOf, type SpaceKey } from '../core/space';
import type { World } from '../state/world';
import type { Features } from './features';
import { spaceStyle } from './styles';

/** The picture reaches this much beyond the window, so that a pan shows no edge. */
const PICTURE_RATIO = 1.4;
const AREAS = 'urban-design-zones';

export interface SpaceLayers {
  readonly byCollection: ReadonlyMap<string, VectorImageLayer>;
  readonly live: VectorLayer;
}

export function spaceLayers(world: World, features: Features, palette: () => Palette): SpaceLayers {
  const field = world.page.language === 'th' ? 'name_th' : 'name_en';
  const styles = new Map(world.page.collections.map(({ id }) => [id, spaceStyle(id, palette, field)]));
  const layers = [...features.sources].map(([id, source]) => {
    // No style for what is drawn above, nor for what the filters hide: it is neither drawn nor hit.
    const style: StyleFunction = (feature, resolution) =>
      source.isDragged(feature) || !passesFilters(world, features, feature)
        ? undefined
        : styles.get(id)?.(feature, resolution);
    const properties = { collection: id };
    const options = { source, style, declutter: true, imageRatio: PICTURE_RATIO, properties };
    return [id, new VectorImageLayer(options)] as const;
  });
  // Areas lie under points, whatever the order of the list.
  layers.sort(([one], [other]) => Number(other === AREAS) - Number(one === AREAS));
  const live = new VectorLayer({
    source: features.live,
    style: (feature, resolution) =>
      styles.get(partsOf(feature.get('key') as SpaceKey).collection)?.(feature, resolution),
  });
  return { byCollection: new Map(layers), live };
}

function passesFilters(world: World, features: Features, feature: FeatureLike): boolean {
  const filters = world.filters.peek();
  if (!filterCount(filters)) return true;
  const key = feature.get('key') as SpaceKey;
  return isShown(filters, world.journal.peek(), key, features.propertiesOf(key));
}
