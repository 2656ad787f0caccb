import { describe, expect, it } from 'vitest';

import { differing } from './choosing';

describe('spaces that become one', () => {
  it('ask only about what differs', () => {
    const [one, other] = [
      { name_en: 'East', themes: ['art'], capacity: null, status: 'draft' },
      { name_en: 'West', themes: ['art'], status: 'draft', contact: 'office' },
    ];

    expect(differing([one, other])).toEqual(['name_en', 'contact']);
    expect(differing([one, one, one])).toEqual([]);
  });
});
