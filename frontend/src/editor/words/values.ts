/** A value of a space as a person reads it: choices by their names, shapes by their size, nothing as stored. */
import { measure } from '../core/measuring';
import type { Geometry, Json } from '../core/space';
import { isUnknown, type Field } from '../panels/schema';
import type { World } from '../state/world';
import { areaText, metresText } from './numbers';

export type Value = Json | Geometry | undefined;

export function valueText(world: World, field: Field | undefined, value: Value): string {
  const { words, page } = world;
  const isShape = isGeometry(value);
  if (!isShape && field && isUnknown(field, value)) return words.form.unknown;
  if (value === undefined || value === null || value === '') return words.form.empty;
  if (isShape) return shapeText(world, value);
  if (value === 'unknown') return words.form.unknown;
  if (typeof value === 'boolean') return value ? words.form.yes : words.form.no;
  if (typeof value === 'number') return withUnit(world, field, numberText(field, value, page.language));
  if (typeof value === 'string') return field ? named(field, value, page.language) : value;
  return listText(world, field, value);
}

function listText(world: World, field: Field | undefined, value: object): string {
  const names = Array.isArray(value)
    ? value.map((each) => (field ? named(field, String(each), world.page.language) : String(each)))
    : Object.entries(value).map(([name, each]) => {
        const minutes = withUnit(world, field, String(each));
        return field ? `${named(field, name, world.page.language)} ${minutes}` : `${name} ${minutes}`;
      });
  return names.join(', ') || world.words.form.empty;
}

function named(field: Field, value: string, language: string): string {
  if (field.widget === 'date') return dateText(value, language);
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}

/** A day as it is said; in Thai with the Buddhist year. */
function dateText(value: string, language: string): string {
  const day = new Date(`${value}T00:00:00`);
  if (Number.isNaN(day.getTime())) return value;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(day);
}

/** Years are never grouped; everything else is. */
function numberText(field: Field | undefined, value: number, language: string): string {
  return field?.unit ? new Intl.NumberFormat(language).format(value) : String(value);
}

function withUnit({ words }: World, field: Field | undefined, text: string): string {
  const unit = field && words.form.unit[field.unit];
  return unit ? `${text} ${unit}` : text;
}

function shapeText({ words, page }: World, geometry: Geometry): string {
  const { area_m2, length_m } = measure(geometry);
  if (area_m2) return areaText(area_m2, page.language);
  if (length_m) return metresText(length_m, page.language);
  if (geometry.type !== 'Point') return words.shape;
  const [lon, lat] = geometry.coordinates;
  return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}

export function isGeometry(value: Value): value is Geometry {
  return typeof value === 'object' && value !== null && 'coordinates' in value;
}
