/** The map takes its colours from the page's design tokens, so that light, dark and print agree. */
export interface Palette {
  water: string;
  land: string;
  ink: string;
  inkSoft: string;
  surface: string;
  line: string;
  accent: string;
  onAccent: string;
  link: string;
  straw: string;
  text: string;
}

const TOKENS: Record<keyof Palette, string> = {
  water: '--map-water',
  land: '--map-land',
  ink: '--ink',
  inkSoft: '--ink-soft',
  surface: '--surface',
  line: '--line-strong',
  accent: '--accent',
  onAccent: '--on-accent',
  link: '--link',
  straw: '--straw',
  text: '--text',
};

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as Palette;
}

/** `#rrggbb` with an opacity from 0 to 1. */
export function faded(colour: string, opacity: number): string {
  const alpha = Math.round(Math.min(1, Math.max(0, opacity)) * 255);
  return /^#[0-9a-f]{6}$/i.test(colour) ? `${colour}${alpha.toString(16).padStart(2, '0')}` : colour;
}
