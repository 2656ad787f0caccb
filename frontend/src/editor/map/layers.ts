/**
 * The layers of the spaces: each kind drawn once into a picture that panning only moves, what is dragged above, and the
 * names above all.
 */
import type { FeatureLike } from 'ol/Feature.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import type { StyleFunction } from 'ol/style/Style.js';

import type { Palette } from '../../map/palette';
import { filterCount, isShown } from '../core/filtering';
import { partsOf, type SpaceKey } from '../core/space';
import type { World } from '../state/world';
import type { Features } from './features';
import { NAMES_BELOW, nameField, nameStyle } from './names';
import { spaceStyle } from './styles';

/** The picture reaches this much beyond the window, so that a pan shows no edge. */
const PICTURE_RATIO = 1.4;
const AREAS = 'urban-design-zones';

export interface SpaceLayers {
  readonly byCollection: ReadonlyMap<string, VectorImageLayer>;
  readonly live: VectorLayer;
  readonly names: ReadonlyMap<string, VectorLayer>;
}

/** Areas lie under points, whatever the order of the list. */
export function spaceLayers(world: World, features: Features, palette: () => Palette): SpaceLayers {
  const ids = [...features.sources.keys()].sort(
    (one, other) => Number(other === AREAS) - Number(one === AREAS),
  );
  const styles = new Map(ids.map((id) => [id, spaceStyle(id, palette)]));
  const named = nameStyle(palette, nameField(world.page.language));
  return {
    byCollection: new Map(ids.map((id) => [id, pictureOf(world, features, id, styles.get(id))])),
    live: new VectorLayer({
      source: features.live,
      style: (feature, resolution) =>
        styles.get(partsOf(feature.get('key') as SpaceKey).collection)?.(feature, resolution),
    }),
    names: new Map(ids.map((id) => [id, namesOf(world, features, id, named)])),
  };
}

function pictureOf(world: World, features: Features, id: string, style: StyleFunction | undefined) {
  return new VectorImageLayer({
    source: features.sources.get(id),
    style: (feature, resolution) =>
      isDrawn(world, features, id, feature) ? style?.(feature, resolution) : undefined,
    imageRatio: PICTURE_RATIO,
    properties: { collection: id },
  });
}

function namesOf(world: World, features: Features, id: string, style: StyleFunction) {
  return new VectorLayer({
    source: features.sources.get(id),
    style: (feature, resolution) =>
      isDrawn(world, features, id, feature) ? style(feature, resolution) : undefined,
    declutter: true,
    maxResolution: NAMES_BELOW,
    properties: { collection: id },
  });
}

/** No style for what is dragged above, nor for what the filters hide: it is neither drawn nor hit. */
function isDrawn(world: World, features: Features, id: string, feature: FeatureLike): boolean {
  return !features.sources.get(id)?.isDragged(feature) && passesFilters(world, features, feature);
}

function passesFilters(world: World, features: Features, feature: FeatureLike): boolean {
  const filters = world.filters.peek();
  if (!filterCount(filters)) return true;
  const key = feature.get('key') as SpaceKey;
  return isShown(filters, world.journal.peek(), key, features.propertiesOf(key));
}
