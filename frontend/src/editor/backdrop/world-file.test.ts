import { expect, it } from 'vitest';

import { boxOf } from './world-file';

const SIZE = { width: 100, height: 50 };

it('names the middle of the first pixel, so the box begins half a pixel before', () => {
  expect(boxOf('2\n0\n0\n-2\n617001\n842999\n', SIZE)).toEqual([617000, 842900, 617200, 843000]);
});

it('refuses an image that is turned', () => {
  expect(boxOf('2\n0.5\n0.5\n-2\n617001\n842999', SIZE)).toBe('turned');
});

it.each(['', '1 2 3', '2\n0\n0\nx\n617001\n842999', '2\n0\n0\n2\n617001\n842999', '0 0 0 -1 5 5'])(
  'refuses %j as a world file',
  (text) => {
    expect(boxOf(text, SIZE)).toBe('not-six-numbers');
  },
);
