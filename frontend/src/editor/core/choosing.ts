/** What has to be chosen when several spaces become one. */
import { same, type Properties } from './space';

/** The names of the properties in which they are not all alike, in the order in which they come up. */
export function differing(all: readonly Properties[]): readonly string[] {
  const names = new Set(all.flatMap((properties) => Object.keys(properties)));
  return [...names].filter((name) => all.some((each) => !same(each[name] ?? null, all[0]?.[name] ?? null)));
}
