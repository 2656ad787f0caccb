/** What a space is called that may be deleted: its name where it is loaded, or else its id, which stays. */
import { partsOf, type SpaceKey } from '../../core/space';
import { find, nameOf, type World } from '../../state/world';

export function titleOf(world: World, key: SpaceKey): string {
  return find(world, key) ? nameOf(world, key) : partsOf(key).id;
}
