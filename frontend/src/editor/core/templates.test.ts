import { describe, expect, it } from 'vitest';

import { template } from './templates';

describe('a new space', () => {
  it('of a kind of zone is a draft idea of that kind', () => {
    expect(template('urban-design-zones', 'learning-street')).toEqual({
      name_th: '',
      name_en: '',
      status: 'draft',
      design_stage: 'idea',
      accuracy_m: 20,
      subkind: 'learning-street',
      zone_type: 'learning-street',
    });
  });

  it('claims nothing about plans and law', () => {
    const said = Object.keys(template('urban-design-zones', 'heritage-quarter'));

    expect(said.filter((name) => /legal|plan_|in_force/.test(name))).toEqual([]);
  });

  it('of another collection has no more than its kind', () => {
    expect(template('amenities', '')).toEqual({ name_th: '', name_en: '', status: 'draft' });
    expect(template('amenities', 'toilet')).toHaveProperty('subkind', 'toilet');
  });
});
