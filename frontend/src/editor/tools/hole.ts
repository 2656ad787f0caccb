/** A hole cut into the selected area. */
import { addHole } from '../core/holes';
import type { Geometry } from '../core/space';
import { find, perform, type World } from '../state/world';
import { drawing } from './draw';
import { editable } from './select';

export const hole = drawing('Polygon', cut);

function cut(world: World, drawn: Geometry): void {
  const [key] = world.selection.value;
  const content = key && find(world, key);
  const ring = drawn.type === 'Polygon' ? drawn.coordinates[0] : undefined;
  if (!key || !content || !ring || !editable(world, key)) {
    world.notice.value = world.words.selectAreaFirst;
    return;
  }
  const geometry = addHole(content.geometry, ring.toReversed());
  if (!geometry) world.notice.value = world.words.holeOutside;
  else perform(world, world.words.step.hole, new Map([[key, { ...content, geometry }]]));
}
