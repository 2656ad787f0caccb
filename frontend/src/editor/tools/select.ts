/** Selecting by a click: the topmost space, and with each further click at the same place the one below. */
import type { FeatureLike } from 'ol/Feature.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';

import type { SpaceKey } from '../core/space';
import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';
import type { Tool } from './tool';

const TOLERANCE_PX = 8;

export const select: Tool = {
  start(world, { map, selected }) {
    const click = (event: MapBrowserEvent) => {
      const under = spacesUnder(event, map, selected.getFeatures());
      const before = world.selection.value;
      const next = following(under, before);
      world.selection.value = event.originalEvent.shiftKey ? toggled(before, next) : next ? [next] : [];
    };
    map.on('click', click);
    return () => {
      map.un('click', click);
    };
  },
};

function spacesUnder(
  event: MapBrowserEvent,
  map: Canvas['map'],
  selected: readonly FeatureLike[],
): SpaceKey[] {
  const found = map.getFeaturesAtPixel(event.pixel, { hitTolerance: TOLERANCE_PX });
  const keys = [...found, ...selected.filter((feature) => found.includes(feature))].map(
    (feature) => feature.get('key') as SpaceKey | undefined,
  );
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** The space below the one selected, or the first. */
export function following(under: readonly SpaceKey[], selection: readonly SpaceKey[]): SpaceKey | undefined {
  const at = selection.length === 1 && selection[0] ? under.indexOf(selection[0]) : -1;
  return at < 0 ? under[0] : under[(at + 1) % under.length];
}

export function toggled(selection: readonly SpaceKey[], key: SpaceKey | undefined): readonly SpaceKey[] {
  if (!key) return selection;
  return selection.includes(key) ? selection.filter((other) => other !== key) : [...selection, key];
}

/** Whether this person may change the space here and now. */
export function editable(world: World, key: SpaceKey): boolean {
  const collection = key.slice(0, key.indexOf('/'));
  const layer = world.layers.value.find(({ id }) => id === collection);
  const info = world.page.collections.find(({ id }) => id === collection);
  return Boolean(info?.may_write && layer && !layer.locked);
}
