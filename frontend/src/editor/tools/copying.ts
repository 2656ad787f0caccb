/** A copy of what is selected, under a new id: beside it, ready to be moved, or exactly where it is. */
import { copyOf, type Shift } from '../core/moving';
import { partsOf, type Content, type SpaceKey } from '../core/space';
import { find, perform, type World } from '../state/world';
import { freshKeys } from './draw';
import { editable } from './select';

const BESIDE: Shift = [20, -20];
const IN_PLACE: Shift = [0, 0];

export function copySelected(world: World, inPlace: boolean): void {
  const fresh = freshKeys(world);
  const copies = world.selection.value.flatMap((key): [SpaceKey, Content][] => {
    const content = editable(world, key) ? find(world, key) : null;
    return content ? [[fresh(partsOf(key).collection), copyOf(content, inPlace ? IN_PLACE : BESIDE)]] : [];
  });
  if (!copies.length) return;
  perform(world, world.words.acts.step.copy, new Map(copies));
  world.selection.value = copies.map(([key]) => key);
  world.tool.value = inPlace ? 'select' : 'move';
  world.notice.value = world.words.acts.copied(copies.length);
}
