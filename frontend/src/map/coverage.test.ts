import { expect, test } from 'vitest';

import { dotStyle, gapStyle } from './coverage';
import type { Palette } from './palette';

const PALETTE = {
  accent: '#8c1c3c',
  link: '#0a5364',
  surface: '#ffffff',
  ink: '#10292d',
  text: 'serif',
} as Palette;

test('a gap lets the map shine through', () => {
  expect(gapStyle(PALETTE).getFill()?.getColor()).toMatch(/^#8c1c3c[0-4]./);
});

test('a space is named only close by', () => {
  expect(dotStyle('Library', PALETTE, 100).getText()).toBeNull();
  expect(dotStyle('Library', PALETTE, 10).getText()?.getText()).toBe('Library');
});
