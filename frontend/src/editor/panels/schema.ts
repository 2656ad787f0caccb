/** The fields of a form, from the JSON Schema of a collection: Thai first, what is required marked. */
import type { Choice, CollectionInfo } from '../page-data';

interface Property {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly readOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

export interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
}

export type Widget = 'text' | 'longtext' | 'number' | 'checkbox' | 'date' | 'choice' | 'choices';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly widget: Widget;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly choices: readonly Choice[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly maxLength: number | undefined;
}

/** No space is without these. */
const REQUIRED = new Set(['name_th', 'subkind', 'accuracy_m', 'status']);
/** Blank where a person decides nothing: stamps, derived columns, and what has a form of its own. */
const APART = new Set(['id', 'geometry', 'visit_minutes']);

export function fieldsOf(schema: Schema, info: CollectionInfo): Field[] {
  return Object.entries(schema.properties)
    .filter(([name, property]) => !APART.has(name) && !property.readOnly)
    .map(([name, property]) => fieldOf(name, property, info.choices[name] ?? []));
}

function fieldOf(name: string, property: Property, chosen: readonly Choice[]): Field {
  const types = [property.type ?? 'string'].flat();
  const choices = chosen.length ? chosen : (property.enum ?? []).map((value) => ({ value, label: value }));
  return {
    name,
    label: property.title ?? name,
    help: property.description ?? '',
    widget: widgetFor(types, property, choices),
    required: REQUIRED.has(name),
    nullable: types.includes('null'),
    choices,
    min: property.minimum,
    max: property.maximum,
    maxLength: property.maxLength,
  };
}

function widgetFor(types: readonly string[], property: Property, choices: readonly Choice[]): Widget {
  if (types.includes('array')) return 'choices';
  if (types.includes('boolean')) return 'checkbox';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (choices.length) return 'choice';
  if (property.format === 'date') return 'date';
  return property.maxLength ? 'text' : 'longtext';
}
