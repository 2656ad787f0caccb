/** What lies over the map while something is under way: the cross-hair, the next corner, an act that could not be done. */
import { useEffect, useRef } from 'preact/hooks';

import { ClipDialog } from './ClipDialog';
import { DrawingBar } from './DrawingBar';
import { MergeDialog } from './MergeDialog';
import { MoveBar } from './MoveBar';
import { PasteDialog } from './PasteDialog';
import { useDesk } from './context';
import { putHere } from '../tools/crosshair';

export function OverMap() {
  const { world } = useDesk();
  const { hand, tool } = world;
  return (
    <>
      {hand.crosshair.value && (
        <svg class="ed-crosshair" aria-hidden="true" viewBox="0 0 64 64">
          <path class="ed-halo" d="M32 2v24M32 38v24M2 32h24M38 32h24" />
          <path d="M32 2v24M32 38v24M2 32h24M38 32h24" />
          <circle cx="32" cy="32" r="2" />
        </svg>
      )}
      <div class="ed-over">
        <FailedAct />
        {tool.value === 'move' && <MoveBar />}
        <DrawingBar />
        {hand.crosshair.value && <PutHere />}
      </div>
      {hand.dialog.value === 'merge' && <MergeDialog />}
      {hand.dialog.value === 'clip' && <ClipDialog />}
      {hand.dialog.value === 'paste' && <PasteDialog />}
    </>
  );
}

function PutHere() {
  const { world, canvas } = useDesk();
  const { acts } = world.words;
  return (
    <div class="ed-put-here">
      <button
        type="button"
        class="ed-primary"
        onClick={() => {
          putHere(canvas);
        }}
      >
        {acts.putHere}
      </button>
      <button
        type="button"
        aria-label={acts.crosshairOff}
        title={acts.crosshairOff}
        onClick={() => {
          world.hand.crosshair.value = false;
        }}
      >
        ✕
      </button>
    </div>
  );
}

/** Says what went wrong until it is tried again or left; what was drawn stays with it. */
function FailedAct() {
  const { world } = useDesk();
  const again = useRef<HTMLButtonElement>(null);
  const failed = world.hand.failed.value;
  useEffect(() => {
    if (failed) again.current?.focus();
  }, [failed]);
  if (!failed) return null;
  return (
    <div class="ed-act-failed" role="alert">
      <p>{failed.words}</p>
      <button ref={again} type="button" class="ed-primary" onClick={failed.again}>
        {world.words.acts.again}
      </button>
      <button
        type="button"
        onClick={() => {
          world.hand.failed.value = null;
        }}
      >
        {world.words.acts.leave}
      </button>
    </div>
  );
}
