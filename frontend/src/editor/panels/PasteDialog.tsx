/** A new space from text: the way to draw without a map, and to take over what another program wrote. */
import { useState } from 'preact/hooks';

import { TextFault, readShape } from '../core/coordinate-text';
import type { Geometry } from '../core/space';
import { tidied } from '../core/tidying';
import type { World } from '../state/world';
import { addSpace } from '../tools/draw';
import { Dialog } from './Dialog';
import { useDesk } from './context';

export function PasteDialog() {
  const { world, canvas } = useDesk();
  const { acts, textFault } = world.words;
  const [fault, setFault] = useState('');
  const act = (form: FormData) => {
    const text = form.get('text');
    if (typeof text !== 'string') return false;
    try {
      addSpace(world, fitting(world, text), canvas);
      canvas.zoomToSpaces(world.selection.value);
      return true;
    } catch (error) {
      if (!(error instanceof TextFault)) throw error;
      setFault(textFault[error.code](error.line));
      return false;
    }
  };
  return (
    <Dialog title={acts.pasteTitle} hint={acts.pasteHint} act={acts.pasteIt} onAct={act}>
      <textarea name="text" rows={8} spellcheck={false} required aria-label={acts.pasteHint} />
      {fault && (
        <p class="ed-text-fault" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

/** What the text says, if the collection that is drawn into holds such shapes. Throws a TextFault. */
function fitting(world: World, text: string): Geometry {
  const types = world.page.collections.find(({ id }) => id === world.target.value)?.geometry_types ?? [];
  const geometry = tidied(readShape(text, types));
  const single = geometry.type === 'Polygon' && types.includes('MultiPolygon');
  if (!single && !types.includes(geometry.type)) throw new TextFault('wrong-type', 1);
  return geometry;
}
