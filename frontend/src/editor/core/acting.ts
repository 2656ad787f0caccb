/** The server's acts upon what the planner sees: which spaces they are told of, and what their answer changes. */
import { partsOf, type Content, type Geometry, type SpaceKey } from './space';

/** A space as the acts take it: by its name, with the outline that it has here, saved or not. */
export interface Drawn {
  readonly collection: string;
  readonly id: string;
  readonly geometry: Geometry;
}

interface Shown {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: { readonly state: string; readonly collection: string };
}

export interface ActAnswer {
  readonly features: readonly Shown[];
  readonly changes: readonly {
    readonly action: 'create' | 'modify' | 'delete';
    readonly collection: string;
    readonly id: string;
  }[];
  readonly area_change_m2: number;
  readonly faults: readonly { readonly th: string; readonly en: string; readonly severity?: string }[];
}

export function drawnOf(key: SpaceKey, { geometry }: Content): Drawn {
  return { ...partsOf(key), geometry };
}

/** What is known here of the spaces that an act names. */
export interface Known {
  readonly contentOf: (key: SpaceKey) => Content | null;
  /** Keys for new spaces, each another one. */
  readonly freshKey: (collection: string) => SpaceKey;
  /** The space whose attributes new ones take over. */
  readonly source: SpaceKey;
}

/** The spaces after the act. New ones are named as further parts of their source. */
export function outcome(answer: ActAnswer, known: Known): Map<SpaceKey, Content | null> {
  const contents = new Map<SpaceKey, Content | null>();
  let part = 1;
  for (const { action, collection, id } of answer.changes) {
    const geometry = answer.features.find(
      (each) =>
        each.id === id && each.properties.state === 'after' && each.properties.collection === collection,
    )?.geometry;
    const key: SpaceKey = `${collection}/${id}`;
    const content = known.contentOf(action === 'create' ? known.source : key);
    if (action === 'delete') contents.set(key, null);
    else if (!geometry || !content) continue;
    else if (action === 'modify') contents.set(key, { ...content, geometry });
    else contents.set(known.freshKey(collection), { geometry, properties: numbered(content, (part += 1)) });
  }
  return contents;
}

function numbered({ properties }: Content, part: number): Content['properties'] {
  const names = ['name_th', 'name_en'].flatMap((field) => {
    const name = properties[field];
    return typeof name === 'string' && name ? [[field, `${name} (${part})`] as const] : [];
  });
  return { ...properties, ...Object.fromEntries(names) };
}
