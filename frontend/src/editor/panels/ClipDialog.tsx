/** To what the selected area is clipped: the service area, a boundary of an office, or another area nearby. */
import type { SpaceKey } from '../core/space';
import { nameOf } from '../state/world';
import { clipTo, neighbours, selectedArea } from '../tools/acts';
import { Dialog } from './Dialog';
import { useDesk } from './context';

const SERVICE_AREA = 'service-area';

export function ClipDialog() {
  const { world, canvas } = useDesk();
  const { acts } = world.words;
  const area = selectedArea(world);
  const near = area ? neighbours(world, canvas, [area.key]) : [];
  const boundaries = [{ id: SERVICE_AREA, title: acts.serviceArea }, ...(world.page.boundaries ?? [])];
  const act = (form: FormData) => {
    const to = form.get('to');
    if (typeof to !== 'string') return false;
    if (to.includes('/')) clipTo(world, to as SpaceKey);
    else clipTo(world, { boundary: to });
    return true;
  };
  return (
    <Dialog title={acts.clipTitle} hint={acts.clipHint} act={acts.clipIt} onAct={act}>
      <select name="to" aria-label={acts.clipHint}>
        {near.map(({ collection, id }) => (
          <option key={id} value={`${collection}/${id}`}>
            {nameOf(world, `${collection}/${id}`)}
          </option>
        ))}
        {boundaries.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Dialog>
  );
}
