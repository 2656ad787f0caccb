/** Three-way merging of a space that two people changed: field by field, the geometry being one of the fields. */
import { same, type Content, type Geometry, type Json } from './space';

export const GEOMETRY = 'geometry';
export type Side = 'mine' | 'theirs';
type Value = Json | Geometry | undefined;

/** A field that both changed, to different values. */
export interface Conflict {
  readonly field: string;
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

export interface Merge {
  readonly conflicts: readonly Conflict[];
  /** Fields that only one side changed, or both alike: nobody has to choose. */
  readonly settled: ReadonlyMap<string, Value>;
}

/** What the two changes of `base` come to. */
export function compare(base: Content, mine: Content, theirs: Content): Merge {
  const conflicts: Conflict[] = [];
  const settled = new Map<string, Value>();
  for (const field of fieldsOf(base, mine, theirs)) {
    const values = { base: value(base, field), mine: value(mine, field), theirs: value(theirs, field) };
    if (same(values.mine, values.theirs) || same(values.mine, values.base)) settled.set(field, values.theirs);
    else if (same(values.theirs, values.base)) settled.set(field, values.mine);
    else conflicts.push({ field, ...values });
  }
  return { conflicts, settled };
}

/** The fields that only they changed: mine on top of theirs keeps them, mine throughout does not. */
export function theirOwn(base: Content, mine: Content, theirs: Content): string[] {
  return [...fieldsOf(base, mine, theirs)].filter(
    (field) =>
      same(value(mine, field), value(base, field)) && !same(value(theirs, field), value(base, field)),
  );
}

/** The content with one side chosen for each conflict; `null` while one is still open. */
export function resolve(merge: Merge, choices: Readonly<Record<string, Side>>): Content | null {
  const fields = new Map(merge.settled);
  for (const conflict of merge.conflicts) {
    const side = choices[conflict.field];
    if (!side) return null;
    fields.set(conflict.field, conflict[side]);
  }
  return contentOf(fields);
}

function fieldsOf(...contents: Content[]): Set<string> {
  return new Set([GEOMETRY, ...contents.flatMap((content) => Object.keys(content.properties))]);
}

function value(content: Content, field: string): Value {
  return field === GEOMETRY ? content.geometry : content.properties[field];
}

function contentOf(fields: ReadonlyMap<string, Value>): Content {
  const geometry = fields.get(GEOMETRY) as Geometry;
  const named = [...fields].filter(([field, one]) => field !== GEOMETRY && one !== undefined);
  return { geometry, properties: Object.fromEntries(named) as Record<string, Json> };
}
