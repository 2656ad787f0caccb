/** Why a tool or an act cannot be used just now, in words; '' when it can. */
import { partsOf } from '../core/space';
import { find, type ToolName, type World } from '../state/world';
import { isArea, selectedArea } from './acts';
import { editable } from './select';

export function whyNothing(world: World): string {
  if (!world.selection.value.length) return world.words.acts.why.nothing;
  return world.selection.value.every((key) => editable(world, key)) ? '' : world.words.acts.why.locked;
}

export function whyReadOnly(world: World): string {
  const info = world.page.collections.find(({ id }) => id === world.target.value);
  return info?.may_write ? '' : world.words.acts.why.locked;
}

/** One area is wanted. */
export function whyNoArea(world: World): string {
  return whyNothing(world) || (selectedArea(world) ? '' : world.words.acts.why.oneArea);
}

/** So many areas of one collection are wanted, or more. */
export function whyNoAreas(world: World, least: number): string {
  const keys = world.selection.value;
  const { why } = world.words.acts;
  if (keys.length < least) return least > 1 ? why.severalAreas : why.oneArea;
  const areas = keys.every((key) =>
    isArea(find(world, key)?.geometry ?? { type: 'Point', coordinates: [0, 0] }),
  );
  if (!areas) return why.oneArea;
  if (new Set(keys.map((key) => partsOf(key).collection)).size > 1) return why.oneKind;
  return whyNothing(world);
}

export function whyNot(world: World, tool: ToolName): string {
  switch (tool) {
    case 'corners':
    case 'move':
      return whyNothing(world);
    case 'hole':
    case 'fill':
    case 'split':
      return whyNoArea(world);
    default:
      return '';
  }
}
