import { expect, test } from 'vitest';

import { optionText } from './counts';

test('a start says how many stops it offers', () => {
  expect(optionText('Wat Khuha Sawan', 8, 'stop', 'stops')).toBe('Wat Khuha Sawan · 8 stops');
  expect(optionText('Wat Tamot', 1, 'stop', 'stops')).toBe('Wat Tamot · 1 stop');
  expect(optionText('Wat Tamot', 0, 'stop', 'stops')).toBe('Wat Tamot · 0 stops');
});

test('a start nobody counted says nothing', () => {
  expect(optionText('Wat Tamot', undefined, 'stop', 'stops')).toBe('Wat Tamot');
});
