import { expect, test } from 'vitest';

import { orientationStyles } from './orientation';
import type { Palette } from './palette';

const palette = new Proxy({} as Palette, { get: () => '#123456' });

test('district names give way when the map is close', () => {
  expect(orientationStyles('district-label', palette, 'Mueang', 60)).toHaveLength(1);
  expect(orientationStyles('district-label', palette, 'Mueang', 4)).toHaveLength(0);
});

test('a station is always marked and named only nearby', () => {
  const name = (resolution: number) =>
    orientationStyles('station', palette, 'Phatthalung', resolution)[0]?.getText()?.getText();

  expect(name(30)).toBe('Phatthalung');
  expect(name(300)).toBeUndefined();
});

test('a role nobody knows is not drawn', () => {
  expect(orientationStyles('volcano', palette, '', 10)).toEqual([]);
});
