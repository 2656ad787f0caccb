import type OlMap from 'ol/Map.js';
import { buffer } from 'ol/extent.js';

import { baseMap } from './base-map';
import { readShape, writeShape } from './geometry-text';
import { Sketch, type Tool } from './sketch';
import { Toolbar, toolsFor, type Words } from './toolbar';

const CLOSEST_ZOOM = 17;
const AROUND_M = 200;

/** Puts a map above the textarea of one geometry. */
export async function enliven(box: HTMLElement): Promise<void> {
  const text = box.querySelector('textarea');
  if (!text) return;
  const words = JSON.parse(box.querySelector('script')?.textContent ?? '{}') as Words;
  const canvas = document.createElement('div');
  const hint = document.createElement('p');
  hint.className = 'map-hint';
  hint.setAttribute('role', 'status');
  box.prepend(canvas, hint);
  const { map, palette } = await baseMap(canvas, box, words, () => {
    field.lookAtIt();
  });
  const field = new MapField(box, text, hint, words, map);
  field.start(new Sketch(map, palette, field.take));
  box.dataset.ready = 'true';
}

/** The text stays the truth: whatever is drawn is written there, and the map always draws what stands there. */
class MapField {
  private readonly past: string[] = [];
  private readonly toolbar: Toolbar;
  private readonly accuracy: HTMLInputElement | null;
  private readonly tools: Tool[];
  private sketch: Sketch | undefined;
  private active: Tool | undefined;

  constructor(
    box: HTMLElement,
    private readonly text: HTMLTextAreaElement,
    private readonly hint: HTMLElement,
    private readonly words: Words,
    private readonly map: OlMap,
  ) {
    this.tools = toolsFor((box.dataset.types ?? '').split(','));
    this.toolbar = new Toolbar(words, this.tools, { draw: this.draw, undo: this.undo, clear: this.clear });
    box.prepend(this.toolbar.element);
    this.accuracy = box.closest('form')?.querySelector(`[name="${box.dataset.accuracy ?? ''}"]`) ?? null;
  }

  /** An empty field waits for the first click at once. */
  start(sketch: Sketch): void {
    this.sketch = sketch;
    this.listen();
    this.show();
    this.lookAtIt();
    if (!this.text.value.trim() && this.tools[0]) this.draw(this.tools[0]);
  }

  readonly take = (shape: Parameters<typeof writeShape>[0]): void => {
    this.write(writeShape(shape));
  };

  lookAtIt(): void {
    const extent = this.sketch?.extent;
    if (extent) this.map.getView().fit(buffer(extent, AROUND_M), { maxZoom: CLOSEST_ZOOM });
  }

  private readonly draw = (tool: Tool): void => {
    this.active = this.active === tool ? undefined : tool;
    if (this.active)
      this.sketch?.draw(tool, () => {
        this.active = undefined;
        this.show();
      });
    else this.sketch?.stop();
    this.show();
  };

  private readonly undo = (): void => {
    this.text.value = this.past.pop() ?? this.text.value;
    this.show();
  };

  private readonly clear = (): void => {
    this.write('');
  };

  private write(value: string): void {
    this.past.push(this.text.value);
    this.text.value = value;
    this.show();
  }

  private listen(): void {
    this.text.addEventListener('input', () => {
      this.show();
      this.lookAtIt();
    });
    this.accuracy?.addEventListener('input', () => {
      this.show();
    });
    this.map.getTargetElement()?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.active) this.draw(this.active);
    });
  }

  private show(): void {
    const shape = readShape(this.text.value);
    const isEmpty = !this.text.value.trim();
    this.sketch?.show(shape);
    this.sketch?.showAccuracy(Number(this.accuracy?.value));
    this.toolbar.press(this.active);
    this.toolbar.enable('undo', this.past.length > 0);
    this.toolbar.enable('clear', !isEmpty);
    this.toolbar.enable('part', shape?.type === 'Polygon' || shape?.type === 'MultiPolygon');
    this.say(!shape && !isEmpty ? 'unread' : hintFor(this.active, !!shape));
  }

  private say(word: string): void {
    this.hint.dataset.fault = String(word === 'unread');
    this.hint.textContent = this.words[word] ?? '';
  }
}

function hintFor(active: Tool | undefined, drawn: boolean): string {
  if (active) return `hint${active === 'part' ? 'Polygon' : active}`;
  return drawn ? 'hintModify' : '';
}
