/** The cross-hair: the middle of the map is the pointer, and "put it here" its click. For phones, and for keys alone. */
import { effect } from '@preact/signals';

import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';
import { isTyping } from './typing';

const STEP_PX = 24;
const SMALL_STEP_PX = 1;
const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** Keeps the pointer in the middle while the cross-hair is on. */
export function followCrosshair(world: World, canvas: Canvas): void {
  const { map } = canvas;
  const point = () => {
    if (world.hand.crosshair.peek()) atMiddle(canvas, 'pointermove');
  };
  map.on('moveend', point);
  effect(() => {
    const [on] = [world.hand.crosshair.value, world.tool.value]; // each tool shows where its next click goes
    if (on) setTimeout(point);
  });
  const press = (event: KeyboardEvent) => {
    if (!world.hand.crosshair.value || isTyping(event.target) || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && event.target.closest('button, a, [role=tablist]')) return;
    if (!drive(canvas, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', press, { capture: true });
}

function drive(canvas: Canvas, event: KeyboardEvent): boolean {
  const way = ARROWS[event.key];
  if (way) pan(canvas, way, event.shiftKey ? SMALL_STEP_PX : STEP_PX);
  else if (event.key === 'Enter') putHere(canvas);
  else return false;
  return true;
}

function pan({ map }: Canvas, [right, up]: readonly [number, number], pixels: number): void {
  const view = map.getView();
  const metres = (view.getResolution() ?? 0) * pixels;
  view.adjustCenter([right * metres, up * metres]);
}

/** What a click in the middle of the map does with the tool in hand, snapping included. */
export function putHere(canvas: Canvas): void {
  canvas.map.renderSync(); // a pixel is looked up in the frame that was drawn last
  for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const) atMiddle(canvas, type);
}

function atMiddle({ map }: Canvas, type: 'pointermove' | 'pointerdown' | 'pointerup'): void {
  const viewport: HTMLElement | undefined = map.getViewport();
  if (!viewport) return;
  const { left, top, width, height } = viewport.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2 };
  const pointer = {
    pointerId: 1,
    pointerType: 'mouse',
    isPrimary: true,
    button: type === 'pointermove' ? -1 : 0,
  };
  viewport.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, ...place, ...pointer }));
}
