import { describe, expect, it } from 'vitest';

import { compare } from '../../words/english/compare';
import { ageText, dayText, fieldText, momentText, valueText, type Reading } from './values';

const READING: Reading = {
  language: 'en',
  words: compare,
  choices: { status: [{ value: 'draft', label: 'Draft' }], themes: [{ value: 'food', label: 'Food' }] },
};

describe('values in words', () => {
  it.each([
    ['status', 'draft', 'Draft'],
    ['themes', ['food', 'lake'], 'Food, lake'],
    ['capacity', 1200, '1,200'],
    ['sensitive', false, 'no'],
    ['contact', '', '–'],
    ['themes', [], '–'],
    ['verified', '2026-11-22', '22 November 2026'],
    ['visit_minutes', { primary: 20 }, '{"primary":20}'],
  ])('%s %j is %s', (name, value, words) => {
    expect(valueText(name, value, READING)).toBe(words);
  });

  it('calls a column as its field is called, and the geometry a shape', () => {
    const labels = { partner: 'Partner' };

    expect(
      ['partner', 'partner_id', 'geometry', 'odd'].map((name) => fieldText(name, labels, 'Shape')),
    ).toEqual(['Partner', 'Partner', 'Shape', 'odd']);
  });

  it('counts Thai years the Buddhist way', () => {
    expect(dayText('2026-11-22', 'th')).toContain('2569');
    expect(momentText('2026-11-22T20:05:00Z', 'en')).toBe('23 Nov 2026, 03:05');
  });

  it('says how long ago in the largest unit that fits', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');

    expect(ageText('2026-11-19T11:00:00Z', 'en', now)).toBe('3 days ago');
    expect(ageText('2026-11-22T10:30:00Z', 'th', now)).toBe('1 ชั่วโมงที่ผ่านมา');
    expect(ageText('2026-11-22T12:00:30Z', 'en', now)).toBe('this minute');
  });
});
