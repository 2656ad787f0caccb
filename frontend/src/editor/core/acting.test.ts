import { describe, expect, it } from 'vitest';

import { drawnOf, outcome, type ActAnswer } from './acting';
import type { Content, Geometry, SpaceKey } from './space';

const ZONES = 'urban-design-zones';
const at = (lon: number): Geometry => ({ type: 'Point', coordinates: [lon, 7.6] });
const town: Content = {
  geometry: at(100),
  properties: { name_en: 'Town', name_th: '', zone_type: 'quarter' },
};

function shown(id: string, state: string, geometry: Geometry): ActAnswer['features'][number] {
  return { id, geometry, properties: { state, collection: ZONES } };
}

function after(answer: Partial<ActAnswer>) {
  let n = 0;
  return outcome(
    { features: [], changes: [], area_change_m2: 0, faults: [], ...answer },
    {
      contentOf: (key) => (key === `${ZONES}/town` ? town : null),
      freshKey: (collection): SpaceKey => `${collection}/new-${(n += 1)}`,
      source: `${ZONES}/town`,
    },
  );
}

describe('an act of the server', () => {
  it('is told of the outline that is seen here', () => {
    expect(drawnOf(`${ZONES}/town`, town)).toEqual({ collection: ZONES, id: 'town', geometry: at(100) });
  });

  it('changes outlines, adds parts with the attributes of the whole, and takes away', () => {
    const contents = after({
      features: [
        shown('town', 'before', at(100)),
        shown('town', 'after', at(101)),
        shown('town-2', 'after', at(102)),
        shown('gone', 'before', at(103)),
      ],
      changes: [
        { action: 'modify', collection: ZONES, id: 'town' },
        { action: 'create', collection: ZONES, id: 'town-2' },
        { action: 'delete', collection: ZONES, id: 'gone' },
      ],
    });

    expect([...contents]).toEqual([
      [`${ZONES}/town`, { ...town, geometry: at(101) }],
      [`${ZONES}/new-1`, { geometry: at(102), properties: { ...town.properties, name_en: 'Town (2)' } }],
      [`${ZONES}/gone`, null],
    ]);
  });

  it('leaves alone what is not known here', () => {
    const changes = [{ action: 'modify', collection: ZONES, id: 'far' }] as const;

    expect(after({ changes, features: [shown('far', 'after', at(1))] }).size).toBe(0);
  });
});
