/** Which spaces are shown: by kind, status, theme and partner. What is changed is always shown. */
import { contentOf, type Journal } from './journal';
import { partsOf, type Properties, type SpaceKey } from './space';

/** An empty text filters nothing. `kind` is a collection, or `collection/subkind`. */
export interface Filters {
  readonly kind: string;
  readonly status: string;
  readonly theme: string;
  readonly partner: string;
}

export const NO_FILTERS: Filters = { kind: '', status: '', theme: '', partner: '' };

/** How many filters are on. */
export function filterCount(filters: Filters): number {
  return Object.values(filters).filter((value) => value !== '').length;
}

export function passes(filters: Filters, key: SpaceKey, properties: Properties): boolean {
  const { kind, status, theme, partner } = filters;
  const { collection } = partsOf(key);
  const { themes, subkind } = properties;
  return (
    (!kind || kind === collection || (typeof subkind === 'string' && kind === `${collection}/${subkind}`)) &&
    (!status || properties.status === status) &&
    (!theme || (Array.isArray(themes) && themes.includes(theme))) &&
    (!partner || properties.partner === partner)
  );
}

/** Whether a space is to be seen: it passes, or it is changed. */
export function isShown(filters: Filters, journal: Journal, key: SpaceKey, properties: Properties): boolean {
  return passes(filters, key, properties) || journal.changed.has(key);
}

/** By collection, how many spaces there are, and how many of them are shown. */
export function counts(
  filters: Filters,
  journal: Journal,
): ReadonlyMap<string, { readonly all: number; readonly shown: number }> {
  const found = new Map<string, { all: number; shown: number }>();
  for (const key of new Set([...journal.stored.keys(), ...journal.changed.keys()])) {
    const content = contentOf(journal, key);
    if (!content) continue;
    const { collection } = partsOf(key);
    const count = found.get(collection) ?? { all: 0, shown: 0 };
    count.all += 1;
    if (isShown(filters, journal, key, content.properties)) count.shown += 1;
    found.set(collection, count);
  }
  return found;
}
