/** A new point where a photo was taken: what somebody with a phone has in hand. */
import { useState } from 'preact/hooks';

import { NoPosition, readPosition } from '../photo/position';
import type { World } from '../state/world';
import { addSpace } from '../tools/draw';
import { useDesk } from './context';

/** The collection that the point goes to: the one being drawn into if it takes points, else the first that does. */
export function pointTarget({ page, target }: World): string | undefined {
  const takers = page.collections.filter(
    ({ may_write, geometry_types }) => may_write && geometry_types.includes('Point'),
  );
  return (takers.find(({ id }) => id === target.value) ?? takers[0])?.id;
}

export function FromPhoto() {
  const { world, canvas } = useDesk();
  const words = world.words.photo;
  const [fault, setFault] = useState('');
  const target = pointTarget(world);
  if (!target) return null;
  const take = async (photo: Blob) => {
    setFault('');
    try {
      const { place, accuracy_m } = await readPosition(photo);
      world.target.value = target;
      const known = accuracy_m === undefined ? {} : { accuracy_m };
      addSpace(world, { type: 'Point', coordinates: place }, canvas, known);
      world.notice.value = words.placed(accuracy_m);
      canvas.zoomToPlace(place);
    } catch (error) {
      if (!(error instanceof NoPosition)) throw error;
      setFault(words.fault[error.why]);
    }
  };
  return (
    <div class="ed-photo">
      <label class="ed-file">
        {words.choose}
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const [photo] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (photo) void take(photo);
          }}
        />
      </label>
      <p class="ed-help">{words.hint}</p>
      {fault && (
        <p class="ed-text-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
