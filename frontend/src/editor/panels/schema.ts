/** The fields of a form, from the JSON Schema of a collection: Thai first, what is required marked, section by section. */
import type { Json, Properties } from '../core/space';
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
  readonly 'x-ogc-unit'?: string;
  readonly 'x-section'?: string;
}

export interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
}

export type Widget =
  | 'text'
  | 'longtext'
  | 'number'
  | 'checkbox'
  | 'date'
  | 'choice'
  | 'choices'
  | 'hours' // opening hours in OSM's syntax
  | 'stays'; // minutes by age group

export const SECTIONS = ['names', 'what', 'audience', 'visit', 'trust', 'legal'] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** A code of UCUM, such as m or min. */
  readonly unit: string;
  readonly section: SectionName;
  readonly widget: Widget;
  readonly required: boolean;
  readonly nullable: boolean;
  /** Whether any text may stand there, also none. */
  readonly free: boolean;
  readonly choices: readonly Choice[];
  readonly whole: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly maxLength: number | undefined;
}

/** No space is without these. */
const REQUIRED = new Set(['name_th', 'name_en', 'subkind', 'accuracy_m', 'status']);
/** Blank where a person decides nothing: stamps, and what has a form of its own. */
const APART = new Set(['id', 'geometry']);
/** Deleting has a button of its own, which says so. */
const NEVER_CHOSEN = new Set(['deleted']);
const UNKNOWN = 'unknown';

export function fieldsOf(schema: Schema, info: CollectionInfo): Field[] {
  return Object.entries(schema.properties)
    .filter(([name, property]) => !APART.has(name) && !property.readOnly)
    .map(([name, property]) => fieldOf(name, property, info));
}

function fieldOf(name: string, property: Property, info: CollectionInfo): Field {
  const types = [property.type ?? 'string'].flat();
  const widget = widgetFor(name, types, property, Boolean(info.choices[name]?.length));
  return {
    name,
    label: property.title ?? name,
    help: property.description ?? '',
    unit: property['x-ogc-unit'] ?? '',
    section: SECTIONS.find((section) => section === property['x-section']) ?? 'what',
    widget,
    required: REQUIRED.has(name),
    nullable: types.includes('null'),
    free: !property.enum && !REQUIRED.has(name),
    choices: choicesOf(widget === 'stays' ? 'age_groups' : name, property, info),
    whole: types.includes('integer'),
    min: property.minimum,
    max: property.maximum,
    maxLength: property.maxLength,
  };
}

function choicesOf(name: string, property: Property, info: CollectionInfo): readonly Choice[] {
  const known = info.choices[name] ?? [];
  return known.length ? known : (property.enum ?? []).map((value) => ({ value, label: value }));
}

function widgetFor(name: string, types: readonly string[], property: Property, listed: boolean): Widget {
  if (name === 'opening_hours') return 'hours';
  if (types.includes('object')) return 'stays';
  if (types.includes('array')) return 'choices';
  if (types.includes('boolean')) return 'checkbox';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (listed || property.enum) return 'choice';
  if (property.format === 'date') return 'date';
  return property.maxLength ? 'text' : 'longtext';
}

/** What may be chosen anew; a value that stands there stays choosable, also one that is on no list. */
export function choosable(field: Field, value: Json | undefined): readonly Choice[] {
  const listed = field.choices.filter((choice) => !NEVER_CHOSEN.has(choice.value) || choice.value === value);
  const known = typeof value !== 'string' || value === '' || listed.some((choice) => choice.value === value);
  return known ? listed : [...listed, { value, label: value }];
}

/** Whether nobody knows yet: said so, or left empty where emptiness means it. */
export function isUnknown(field: Field, value: Json | undefined): boolean {
  if (value === UNKNOWN) return true;
  const empty = value === null || value === undefined || value === '';
  return empty && !field.required && ['number', 'date', 'hours'].includes(field.widget);
}

/** The required fields that are still empty. */
export function missing(fields: readonly Field[], properties: Properties): Field[] {
  return fields.filter(({ name, required }) => {
    const value = properties[name];
    const empty = typeof value === 'string' ? value.trim() === '' : (value ?? null) === null;
    return required && empty;
  });
}
