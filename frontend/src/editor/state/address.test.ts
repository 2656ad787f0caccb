import { describe, expect, it } from 'vitest';

import { readAddress, scaleOf, writeAddress } from './address';

describe('the address of what is seen', () => {
  it('names the selected space and the view', () => {
    const seen = {
      space: 'urban-design-zones/town-core-1' as const,
      view: { zoom: 15.2, lat: 7.61703, lon: 100.07402 },
    };

    const written = writeAddress(seen);

    expect(written).toBe('?space=urban-design-zones/town-core-1#map=15.2/7.61703/100.07402');
    expect(readAddress(new URL(written, 'http://localhost/th/editor/'))).toEqual(seen);
  });

  it('leaves other parameters alone', () => {
    expect(writeAddress({ space: null, view: null }, '?proposal=3&space=amenities/a')).toBe('?proposal=3');
  });

  it.each(['?space=../admin', '?space=<script>', '#map=9/95/100', '#map=a/b/c', '?space='])(
    'passes over %s',
    (address) => {
      expect(readAddress(new URL(address, 'http://localhost/'))).toEqual({ space: null, view: null });
    },
  );
});

it('counts scales as the tile matrix set WebMercatorQuad does', () => {
  expect(scaleOf({ zoom: 0, lat: 0, lon: 0 })).toBeCloseTo(559_082_264.03, 0);
  expect(scaleOf({ zoom: 15, lat: 60, lon: 0 })).toBeCloseTo(559_082_264.03 / 2 ** 16, 0);
});
