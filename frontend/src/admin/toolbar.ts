import type { Tool } from './sketch';

export type Words = Record<string, string>;
export interface Actions {
  draw: (tool: Tool) => void;
  undo: () => void;
  clear: () => void;
}

/** What each GeoJSON type of a table is drawn with. */
const TOOLS: Record<string, Tool[]> = {
  Point: ['Point'],
  LineString: ['LineString'],
  MultiPolygon: ['Polygon', 'part'],
};

export function toolsFor(types: string[]): Tool[] {
  return types.flatMap((type) => TOOLS[type] ?? []);
}

/** The buttons over the map: one per way of drawing, undo, clear. */
export class Toolbar {
  readonly element = document.createElement('div');
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(words: Words, tools: Tool[], actions: Actions) {
    this.element.className = 'map-tools';
    this.element.setAttribute('role', 'toolbar');
    for (const tool of tools)
      this.add(tool, words[tool], () => {
        actions.draw(tool);
      }).setAttribute('aria-pressed', 'false');
    this.add('undo', words.undo, actions.undo);
    this.add('clear', words.clear, actions.clear);
  }

  press(pressed: Tool | undefined): void {
    for (const [name, button] of this.buttons)
      if (button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', String(name === pressed));
  }

  enable(name: string, enabled: boolean): void {
    const button = this.buttons.get(name);
    if (button) button.disabled = !enabled;
  }

  private add(name: string, text: string | undefined, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text ?? name;
    button.dataset.tool = name;
    button.addEventListener('click', act);
    this.buttons.set(name, button);
    this.element.append(button);
    return button;
  }
}
