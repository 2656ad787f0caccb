/** What a new space begins with: only what its drawing says, and no fact that somebody would have to know. */
import type { Properties } from './space';

const BLANK: Properties = { name_th: '', name_en: '', status: 'draft' };
const ZONES = 'urban-design-zones';

/** A zone is drawn by eye on a map of the town: not more exact than this, until somebody says so. */
const DRAWN_ACCURACY_M = 20;

/** The attributes of a new space; `kind` is what the planner chose to draw, one of the collection's subkinds or ''. */
export function template(collection: string, kind: string): Properties {
  const chosen = kind ? { subkind: kind } : {};
  if (collection !== ZONES) return { ...BLANK, ...chosen };
  const zone = { design_stage: 'idea', accuracy_m: DRAWN_ACCURACY_M };
  return { ...BLANK, ...zone, ...chosen, ...(kind ? { zone_type: kind } : {}) };
}
