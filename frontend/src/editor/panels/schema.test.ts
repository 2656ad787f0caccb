import { describe, expect, it } from 'vitest';

import type { CollectionInfo } from '../page-data';
import { choosable, fieldsOf, isUnknown, missing } from './schema';

const INFO: CollectionInfo = {
  id: 'wisdom-places',
  title: 'Places of local wisdom',
  geometry_types: ['Point'],
  may_write: true,
  choices: {
    subkind: [{ value: 'library', label: 'Library' }],
    age_groups: [{ value: 'primary', label: 'Primary school' }],
  },
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
        opening_hours: { type: 'string', maxLength: 255 },
        visit_minutes: { type: 'object' },
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
      opening_hours: 'hours',
      visit_minutes: 'stays',
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

  it('take title, help, unit and section from the schema', () => {
    const [field] = fieldsOf(
      {
        properties: {
          accuracy_m: {
            type: 'integer',
            title: 'ตำแหน่งอาจคลาดเคลื่อน ±',
            description: 'บอกตามจริง',
            'x-ogc-unit': 'm',
            'x-section': 'trust',
          },
        },
      },
      INFO,
    );

    expect(field).toMatchObject({
      label: 'ตำแหน่งอาจคลาดเคลื่อน ±',
      help: 'บอกตามจริง',
      unit: 'm',
      section: 'trust',
      whole: true,
    });
  });

  it('tell what is unknown from what is empty', () => {
    const [capacity, wheelchair, note] = fieldsOf(
      {
        properties: {
          capacity: { type: ['integer', 'null'] },
          wheelchair: { type: 'string', enum: ['yes', 'unknown'] },
          access_note_th: { type: 'string' },
        },
      },
      INFO,
    );
    if (!capacity || !wheelchair || !note) throw new Error('three fields are wanted');

    expect(isUnknown(capacity, null)).toBe(true);
    expect(isUnknown(capacity, 30)).toBe(false);
    expect(isUnknown(wheelchair, 'unknown')).toBe(true);
    expect(isUnknown(note, '')).toBe(false);
  });

  it('say which required ones are still empty', () => {
    const fields = fieldsOf({ properties: { name_th: {}, name_en: {}, contact: {} } }, INFO);

    expect(missing(fields, { name_th: '  ', contact: '' }).map(({ name }) => name)).toEqual([
      'name_th',
      'name_en',
    ]);
  });

  it('never offer deletion as a status', () => {
    const [status] = fieldsOf({ properties: { status: { enum: ['draft', 'deleted'] } } }, INFO);
    if (!status) throw new Error('a field is wanted');

    expect(choosable(status, 'draft').map(({ value }) => value)).toEqual(['draft']);
  });
});
