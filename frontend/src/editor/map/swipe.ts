/** Before on the left, after on the right of a handle that mouse, finger and arrow keys move. */
import type OlMap from 'ol/Map.js';
import { unByKey } from 'ol/Observable.js';
import type { EventsKey } from 'ol/events.js';
import type Layer from 'ol/layer/Layer.js';
import type RenderEvent from 'ol/render/Event.js';
import { getRenderPixel } from 'ol/render.js';

export interface SwipeWords {
  readonly handle: string;
  readonly before: string;
  readonly after: string;
  /** What the position says, in per cent of the width that shows before. */
  readonly at: (percent: number) => string;
}

const STEP = 2;
const LEAP = 10;
const KEYS: Readonly<Record<string, (at: number) => number>> = {
  ArrowLeft: (at) => at - STEP,
  ArrowDown: (at) => at - STEP,
  ArrowRight: (at) => at + STEP,
  ArrowUp: (at) => at + STEP,
  PageDown: (at) => at - LEAP,
  PageUp: (at) => at + LEAP,
  Home: () => 0,
  End: () => 100,
};

/** Where a key moves the handle, in per cent; null for a key that does not. */
export function moved(at: number, key: string): number | null {
  const next = KEYS[key]?.(at);
  return next === undefined ? null : Math.min(100, Math.max(0, next));
}

/** Lays the handle over the map and clips both layers at it. Gives the way to take it off again. */
export function swipe(map: OlMap, before: Layer, after: Layer, words: SwipeWords): () => void {
  let at = 50;
  const handle = handleOf(words);
  const place = (percent: number) => {
    at = Math.min(100, Math.max(0, percent));
    handle.style.left = `${at}%`;
    handle.setAttribute('aria-valuenow', String(Math.round(at)));
    handle.setAttribute('aria-valuetext', words.at(Math.round(at)));
    map.render();
  };
  const stops = [...clipped(map, before, () => [0, at]), ...clipped(map, after, () => [at, 100])];
  followPointer(handle, place);
  handle.addEventListener('keydown', (event) => {
    const next = moved(at, event.key);
    if (next === null) return;
    place(next);
    event.preventDefault();
    event.stopPropagation(); // the arrow keys move the map otherwise
  });
  map.getTargetElement()?.append(handle);
  place(at);
  return () => {
    unByKey(stops);
    handle.remove();
    map.render();
  };
}

function handleOf(words: SwipeWords): HTMLElement {
  const handle = document.createElement('div');
  handle.className = 'ed-swipe';
  handle.tabIndex = 0;
  const said = { role: 'slider', 'aria-label': words.handle, 'aria-valuemin': '0', 'aria-valuemax': '100' };
  for (const [name, value] of Object.entries(said)) handle.setAttribute(name, value);
  for (const side of ['before', 'after'] as const) {
    const label = document.createElement('span');
    label.className = `ed-swipe-${side}`;
    label.textContent = words[side];
    handle.append(label);
  }
  return handle;
}

function followPointer(handle: HTMLElement, place: (percent: number) => void): void {
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    handle.focus();
    event.stopPropagation(); // the map would pan along
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = (handle.parentElement ?? handle).getBoundingClientRect();
    place(((event.clientX - left) / width) * 100);
    event.stopPropagation();
  });
}

/** Draws a layer only between two places across the map, in per cent of its width. */
function clipped(map: OlMap, layer: Layer, between: () => readonly [number, number]): EventsKey[] {
  const clip = (event: RenderEvent) => {
    const [width = 0, height = 0] = map.getSize() ?? [];
    const [from, to] = between().map((percent) => (width * percent) / 100);
    if (!(event.context instanceof CanvasRenderingContext2D)) return;
    const { context } = event;
    context.save();
    context.beginPath();
    for (const corner of [
      [from, 0],
      [to, 0],
      [to, height],
      [from, height],
    ]) {
      const [x = 0, y = 0] = getRenderPixel(event, corner as number[]);
      context.lineTo(x, y);
    }
    context.closePath();
    context.clip();
  };
  const restore = ({ context }: RenderEvent) => {
    if (context instanceof CanvasRenderingContext2D) context.restore();
  };
  return [layer.on('prerender', clip), layer.on('postrender', restore)];
}
