/** What a difference of shapes comes to, in square metres and metres. */
import type { GeometryDifference } from '../../map/difference';

export interface Sizes {
  /** Null where nothing of this part has an area. */
  readonly added_m2: number | null;
  readonly removed_m2: number | null;
  /** Null where there was or is no area. */
  readonly grown_m2: number | null;
  /** Null where there was or is no shape; zero for one that stayed. */
  readonly moved_m: number | null;
}

/** The sizes of several differences together; the way is told of a single one only. */
export function sizesOf(differences: readonly GeometryDifference[]): Sizes {
  const area = (part: string) => {
    const features = differences.flatMap((each) => each.features.filter(({ id }) => id === part));
    const areas = features.flatMap(({ properties }) => properties.area_m2 ?? []);
    return areas.some((each) => each > 0) ? areas.reduce((sum, each) => sum + each, 0) : null;
  };
  const [before, after] = [area('before'), area('after')];
  const grown_m2 = before === null && after === null ? null : (after ?? 0) - (before ?? 0);
  const [only, ...others] = differences;
  return {
    added_m2: area('added'),
    removed_m2: area('removed'),
    grown_m2,
    moved_m: only && !others.length ? only.moved_m : null,
  };
}
