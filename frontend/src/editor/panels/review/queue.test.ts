import { describe, expect, it } from 'vitest';

import { askedFor } from './queue';

describe('the address of a proposal', () => {
  it('names it by its number', () => {
    expect(askedFor('?space=wisdom-places/library&proposal=12')).toBe(12);
  });

  it.each(['', '?proposal=', '?proposal=0', '?proposal=-1', '?proposal=1e3', '?proposal=%3Cb%3E'])(
    'opens nothing for %s',
    (search) => {
      expect(askedFor(search)).toBeNull();
    },
  );
});
