import Feature from 'ol/Feature.js';
import Style from 'ol/style/Style.js';
import { describe, expect, it } from 'vitest';

import { flatStyleLikeToStyleFunction } from './style-functions';

describe('the styles of a layer', () => {
  it('may be one, several, or a function', () => {
    const [one, other] = [new Style(), new Style()];
    const made = () => other;

    expect(flatStyleLikeToStyleFunction(one)(new Feature(), 1)).toEqual([one]);
    expect(flatStyleLikeToStyleFunction([one, other])(new Feature(), 1)).toEqual([one, other]);
    expect(flatStyleLikeToStyleFunction(made)).toBe(made);
  });

  it('are refused in JSON: the reader of those is left out', () => {
    expect(() => flatStyleLikeToStyleFunction({ 'circle-radius': 5 })).toThrow(TypeError);
  });
});
