/** Which fields an edit changes, each before and after; the shape is one of them. */
import type { Edit } from './journal';
import { GEOMETRY } from './merging';
import { same, type Content, type Geometry, type Json } from './space';

export interface Difference {
  readonly field: string;
  readonly before: Json | Geometry | undefined;
  readonly after: Json | Geometry | undefined;
}

/** Nothing for a deletion; of a new space what was filled in. */
export function differences({ before, after }: Edit): Difference[] {
  if (!after) return [];
  const names = [GEOMETRY, ...Object.keys({ ...before?.properties, ...after.properties })];
  return names
    .map((field) => ({
      field,
      before: before ? value(before, field) : undefined,
      after: value(after, field),
    }))
    .filter((each) => !same(each.before, each.after) && (before !== null || isFilled(each.after)));
}

function value(content: Content, field: string): Json | Geometry | undefined {
  return field === GEOMETRY ? content.geometry : content.properties[field];
}

function isFilled(one: Difference['after']): boolean {
  return one !== undefined && one !== null && one !== '' && !(Array.isArray(one) && !one.length);
}
