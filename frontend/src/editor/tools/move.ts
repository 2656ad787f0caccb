/** The selected spaces moved as a whole: dragged, by arrow keys, or by metres typed beside the map. */
import Collection from 'ol/Collection.js';
import type Feature from 'ol/Feature.js';
import Translate from 'ol/interaction/Translate.js';
import { toLonLat } from 'ol/proj.js';
import { effect } from '@preact/signals';

import { moveBy, shiftBetween, type Shift } from '../core/moving';
import type { Content, LonLat, SpaceKey } from '../core/space';
import { find, perform, type World } from '../state/world';
import { metresText } from '../words/numbers';
import { editable } from './select';
import { isTyping } from './typing';
import type { Tool } from './tool';

const STEP_M = 1;
const LONG_STEP_M = 10;
const ARROWS: Readonly<Record<string, Shift>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

export const move: Tool = {
  start(world, { map, features }) {
    const grasped = new Collection<Feature>();
    const translate = new Translate({ features: grasped, hitTolerance: 6 });
    translate.on('translateend', ({ startCoordinate, coordinate }) => {
      const keys = grasped.getArray().map((feature) => feature.getId() as SpaceKey);
      shiftSelected(world, shiftBetween(degrees(startCoordinate), degrees(coordinate)));
      features.restore(world.journal.value, keys); // what was dragged stood on no grid
    });
    map.addInteraction(translate);
    const stop = effect(() => {
      const [keys] = [world.selection.value, world.journal.value];
      grasped.clear();
      grasped.extend(keys.filter((key) => editable(world, key)).flatMap((key) => features.find(key) ?? []));
    });
    const press = (event: KeyboardEvent) => {
      nudge(world, event);
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      stop();
      map.removeInteraction(translate);
    };
  },
};

function nudge(world: World, event: KeyboardEvent): void {
  const way = ARROWS[event.key];
  if (!way || isTyping(event.target) || world.hand.crosshair.value || event.ctrlKey || event.metaKey) return;
  if (event.target instanceof HTMLElement && event.target.closest('[role=tablist]')) return;
  const metres = event.shiftKey ? LONG_STEP_M : STEP_M;
  shiftSelected(world, [way[0] * metres, way[1] * metres]);
  event.preventDefault();
  event.stopPropagation(); // the map would move too
}

/** Moves what is selected, as one step. */
export function shiftSelected(world: World, shift: Shift): void {
  const after = new Map<SpaceKey, Content>();
  for (const key of world.selection.value) {
    const content = editable(world, key) ? find(world, key) : null;
    if (content) after.set(key, { ...content, geometry: moveBy(content.geometry, shift) });
  }
  perform(world, world.words.acts.step.move, after);
  world.notice.value = world.words.acts.moved(metresText(Math.hypot(...shift), world.page.language));
}

function degrees(coordinate: readonly number[]): LonLat {
  const [lon = NaN, lat = NaN] = toLonLat([...coordinate]);
  return [lon, lat];
}
