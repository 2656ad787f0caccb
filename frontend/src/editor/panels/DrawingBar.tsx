/** While something is drawn: the next corner as text, the last one taken back or put down again, the end. */
import { useEffect, useRef, useState } from 'preact/hooks';

import { TextFault } from '../core/coordinate-text';
import { readCorner } from '../core/next-corner';
import { isTyping } from '../tools/typing';
import { useDesk } from './context';

export function DrawingBar() {
  const { world } = useDesk();
  const sketch = world.hand.sketch.value;
  if (!sketch) return null;
  const { acts } = world.words;
  const { corners, shape } = sketch;
  const many = shape === 'LineString' || shape === 'Polygon';
  const leave = () => {
    if (corners.length) sketch.cancel();
    else world.tool.value = 'select';
  };
  return (
    <div class="ed-drawing" role="group" aria-label={acts.sketch}>
      {shape !== 'Circle' && <NextCorner />}
      <div class="ed-drawing-keys">
        {many && (
          <>
            <Key sign="↶" words={acts.back} keys="Backspace" off={!corners.length} act={sketch.back} />
            <Key sign="↷" words={acts.forward} keys="Ctrl+Y" off={!sketch.undone} act={sketch.forward} />
            <Key words={acts.finish} keys="Enter" off={!corners.length} act={sketch.finish} />
          </>
        )}
        <Key words={acts.cancel} keys="Esc" off={false} act={leave} />
        {many && <span class="ed-corner-count">{acts.corners(corners.length)}</span>}
        {many && <Tracing />}
      </div>
    </div>
  );
}

function Tracing() {
  const { world } = useDesk();
  const { acts } = world.words;
  return (
    <label class="ed-check" title={acts.traceHint}>
      <input
        type="checkbox"
        checked={world.hand.tracing.value}
        onChange={(event) => {
          world.hand.tracing.value = event.currentTarget.checked;
          if (event.currentTarget.checked) world.notice.value = acts.traceHint;
        }}
      />
      {acts.trace}
    </label>
  );
}

interface KeyProps {
  /** Instead of the words, where there is little room. */
  readonly sign?: string;
  readonly words: string;
  readonly keys: string;
  readonly off: boolean;
  readonly act: () => void;
}

function Key({ sign, words, keys, off, act }: KeyProps) {
  return (
    <button type="button" disabled={off} aria-label={words} title={`${words} (${keys})`} onClick={act}>
      {sign ?? words}
    </button>
  );
}

/** Takes `lon, lat`, `E N` or `metres@bearing`. Digits typed anywhere go here; Enter in the empty field ends the drawing. */
function NextCorner() {
  const { world } = useDesk();
  const { acts, textFault } = world.words;
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    const catchDigits = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && /^[0-9๐-๙]$/.test(event.key) && !event.ctrlKey && !event.altKey)
        field.current?.focus(); // what is typed arrives in the field that has the focus by then
    };
    document.addEventListener('keydown', catchDigits);
    return () => {
      document.removeEventListener('keydown', catchDigits);
    };
  }, []);
  const put = (text: string): boolean => {
    const sketch = world.hand.sketch.value;
    try {
      sketch?.add(readCorner(text, sketch.corners.at(-1)));
      setFault('');
      return true;
    } catch (error) {
      if (!(error instanceof TextFault)) throw error;
      setFault(textFault[error.code](error.line));
      return false;
    }
  };
  const press = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const sketch = world.hand.sketch.value;
    if (event.key === 'Enter' && !input.value.trim()) sketch?.finish();
    else if (event.key === 'Enter') {
      if (put(input.value)) input.value = '';
    } else if (event.key === 'Backspace' && !input.value) sketch?.back();
    else if (event.key === 'Escape') {
      if (!input.value) sketch?.cancel();
      input.value = '';
      setFault('');
    } else return;
    event.preventDefault();
  };
  const point = world.hand.sketch.value?.shape === 'Point';
  return (
    <label class="ed-next">
      <span>{point ? acts.place : acts.next}</span>
      <input
        ref={field}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={acts.nextHelp}
        aria-invalid={fault !== ''}
        onKeyDown={press}
      />
      {fault && (
        <span class="ed-text-fault" role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}
