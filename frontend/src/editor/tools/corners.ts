/** Corners of the selected spaces: dragged, added on an edge, taken away with Alt; neighbours follow where they meet. */
import { effect } from '@preact/signals';
import Collection from 'ol/Collection.js';
import type Feature from 'ol/Feature.js';
import { altKeyOnly, always, singleClick } from 'ol/events/condition.js';
import Modify from 'ol/interaction/Modify.js';

import { paths } from '../core/grid';
import type { Content, SpaceKey } from '../core/space';
import { fromMap, type Features } from '../map/features';
import { find, perform, type World } from '../state/world';
import { editable } from './select';
import { snapping } from './snapping';
import type { Tool } from './tool';

const PIXELS = 12;

export const corners: Tool = {
  start(world, canvas) {
    const { map, features } = canvas;
    const touched = new Collection<Feature>();
    const modify = new Modify({
      features: touched,
      pixelTolerance: PIXELS,
      condition: always,
      deleteCondition: (event) => altKeyOnly(event) && singleClick(event),
    });
    modify.on('modifyend', () => {
      takeOver(world, features, touched.getArray());
    });
    map.addInteraction(modify);
    const unsnap = snapping(world, canvas);
    const stop = effect(() => {
      const [keys] = [meeting(world, features), world.journal.value]; // an undo may have brought other neighbours
      touched.clear();
      touched.extend(keys.flatMap((key) => features.find(key) ?? []));
    });
    return () => {
      stop();
      unsnap();
      map.removeInteraction(modify);
    };
  },
};

/** The selected spaces, and with "together" those that share a corner with them. */
function meeting(world: World, features: Features): SpaceKey[] {
  const selected = world.selection.value.filter((key) => editable(world, key));
  if (!world.together.value) return selected;
  const places = selected.flatMap((key) =>
    paths(find(world, key)?.geometry ?? { type: 'LineString', coordinates: [] }).flat(),
  );
  const all = new Set([...selected, ...places.flatMap((place) => features.corners.at(place))]);
  return [...all].filter((key) => editable(world, key));
}

/** What was dragged on the map becomes one step of the journal. */
function takeOver(world: World, features: Features, dragged: readonly Feature[]): void {
  const after = new Map<SpaceKey, Content>();
  for (const feature of dragged) {
    const key = feature.getId() as SpaceKey;
    const [content, geometry] = [find(world, key), feature.getGeometry()];
    if (content && geometry) after.set(key, { ...content, geometry: fromMap(geometry) });
  }
  perform(world, world.words.step.move, after);
  features.restore(world.journal.value, after.keys());
}
