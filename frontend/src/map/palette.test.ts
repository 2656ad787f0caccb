import { expect, test } from 'vitest';

import { faded } from './palette';

test('a colour keeps its hue and takes the opacity', () => {
  expect(faded('#8c1c3c', 0.5)).toBe('#8c1c3c80');
});

test('opacity stays between nothing and all', () => {
  expect(faded('#8c1c3c', 7)).toBe('#8c1c3cff');
  expect(faded('#8c1c3c', -1)).toBe('#8c1c3c00');
});

test('a colour in another notation is left alone', () => {
  expect(faded('rebeccapurple', 0.5)).toBe('rebeccapurple');
});
