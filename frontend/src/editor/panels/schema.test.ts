import { describe, expect, it } from 'vitest';

import type { CollectionInfo } from '../page-data';
import { fieldsOf } from './schema';

const INFO: CollectionInfo = {
  id: 'wisdom-places',
  title: 'Places of local wisdom',
  geometry_types: ['Point'],
  may_write: true,
  choices: { subkind: [{ value: 'library', label: 'Library' }] },
};

const widgets = (properties: Record<string, object>) =>
  Object.fromEntries(fieldsOf({ properties }, INFO).map((field) => [field.name, field.widget]));

describe('fields from a schema', () => {
  it('have the widget of their type', () => {
    expect(
      widgets({
        name_th: { type: 'string', maxLength: 200 },
        description_th: { type: 'string' },
        subkind: { type: 'string', maxLength: 80 },
        wheelchair: { type: 'string', enum: ['yes', 'no', 'unknown'] },
        themes: { type: 'array' },
        capacity: { type: ['integer', 'null'] },
        verified: { type: 'boolean' },
        in_force_from: { type: ['string', 'null'], format: 'date' },
      }),
    ).toEqual({
      name_th: 'text',
      description_th: 'longtext',
      subkind: 'choice',
      wheelchair: 'choice',
      themes: 'choices',
      capacity: 'number',
      verified: 'checkbox',
      in_force_from: 'date',
    });
  });

  it('leave out what the server stamps and what the map edits', () => {
    expect(widgets({ id: {}, geometry: {}, version: { type: 'integer', readOnly: true } })).toEqual({});
  });

  it('know what may be empty and what must not', () => {
    const [name, capacity] = fieldsOf(
      { properties: { name_th: { type: 'string' }, capacity: { type: ['integer', 'null'] } } },
      INFO,
    );

    expect([name?.required, name?.nullable, capacity?.required, capacity?.nullable]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
