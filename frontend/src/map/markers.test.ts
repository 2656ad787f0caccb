import { expect, test } from 'vitest';

import { legStyles, stopStyle } from './markers';
import type { Palette } from './palette';

const palette: Palette = {
  water: '#bfdfe6',
  land: '#f3f1e7',
  ink: '#10292d',
  inkSoft: '#435a5d',
  surface: '#ffffff',
  line: '#5c7d7e',
  accent: '#8c1c3c',
  onAccent: '#ffffff',
  link: '#0a5364',
  straw: '#c98b1e',
  text: 'sans-serif',
};

test('an estimated leg is dashed, a leg along streets is not', () => {
  const dash = (estimated: boolean) =>
    legStyles(palette, estimated, false).at(-1)?.getStroke()?.getLineDash();

  expect(dash(true)).toEqual([9, 8]);
  expect(dash(false)).toBeNull();
});

test('a stop carries its number, and the second one on a point stands beside the first', () => {
  const style = stopStyle(4, palette, false, 1);

  expect(style.getText()?.getText()).toBe('4');
  expect(style.getImage()?.getDisplacement()).toEqual([28, 0]);
});

test('a lit stop is drawn above all others', () => {
  expect(stopStyle(9, palette, true).getZIndex()).toBeGreaterThan(
    stopStyle(1, palette, false).getZIndex() ?? 0,
  );
});
