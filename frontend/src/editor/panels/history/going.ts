/** The three ways back as the API takes them: each is first shown, then done as a new changeset. */
import { given, type Api, type Kind, type Schemas } from '../../../api/client';
import { partsOf, type SpaceKey } from '../../core/space';
import { seen } from '../asking';

export interface Back {
  readonly act: 'restore' | 'undo' | 'changeset';
  readonly version: number;
  readonly changeset: number;
}

/** The space that the way starts from, and the version of it that the person saw last. */
export interface From {
  readonly key: SpaceKey;
  readonly newest: number;
}

type Answer = Schemas['GoingBack'] | { readonly state: 'proposed' };

/** What it would change, in values and on the map. Throws ApiProblem, Unreachable. */
export async function preview(
  api: Api,
  back: Back,
  from: From | null,
): Promise<Schemas['GoingBack']['changes']> {
  const answer = await ask(api, back, from, { preview: true });
  return 'changes' in answer ? answer.changes : [];
}

/** The spaces that were changed; null where it waits for a reviewer. Throws ApiProblem, Unreachable. */
export async function go(api: Api, back: Back, from: From | null, comment: string) {
  const answer = await ask(api, back, from, { preview: false, comment });
  return 'changes' in answer ? answer.changes : null;
}

interface Body {
  readonly preview: boolean;
  readonly comment?: string;
}

function ask(api: Api, { act, version, changeset }: Back, from: From | null, body: Body): Promise<Answer> {
  if (act === 'changeset' || !from) {
    const header = { 'Idempotency-Key': crypto.randomUUID() };
    const params = { path: { changeset_id: changeset }, header };
    return given<Answer>(api.POST('/changesets/{changeset_id}/undo', { params, body }));
  }
  const { collection, id } = partsOf(from.key);
  const params = { path: { collection: collection as Kind, feature_id: id }, header: seen(from.newest) };
  const wanted = { params, body: { ...body, version } };
  return act === 'restore'
    ? given<Answer>(api.POST('/collections/{collection}/items/{feature_id}/restore', wanted))
    : given<Answer>(api.POST('/collections/{collection}/items/{feature_id}/undo', wanted));
}
