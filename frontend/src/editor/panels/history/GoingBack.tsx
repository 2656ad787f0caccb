/** A way back: shows what it would change before it does it, and says what stands in the way. */
import { useEffect, useRef, useState } from 'preact/hooks';

import { ApiProblem } from '../../../api/client';
import { refresh } from '../../api/refreshing';
import { keyOf, type SpaceKey } from '../../core/space';
import { apiOf, toldOf, useAsked } from '../asking';
import { Differences } from '../compare/Differences';
import { labelsOf } from '../compare/labels';
import { fieldText } from '../compare/values';
import { useDesk } from '../context';
import type { World } from '../../state/world';
import { go, preview, type Back } from './going';

export type { Back } from './going';

interface GoingBackProps {
  /** None for a whole changeset that was chosen among the changes. */
  readonly spaceKey?: SpaceKey;
  readonly newest?: number;
  readonly back: Back;
  readonly onEnd: (done: boolean) => void;
}

export function GoingBack({ spaceKey, newest = 0, back, onEnd }: GoingBackProps) {
  const { world } = useDesk();
  const { compare, past } = world.words;
  const from = spaceKey ? { key: spaceKey, newest } : null;
  const number = back.act === 'changeset' ? back.changeset : back.version;
  const [why, setWhy] = useState(past.because[back.act](number));
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { asked } = useAsked(async (api) => {
    try {
      return await preview(api, back, from);
    } catch (error) {
      throw inWords(world, error);
    }
  }, []);
  const doIt = async () => {
    setBusy(true);
    try {
      const changes = await go(apiOf(world), back, from, why.trim());
      world.notice.value = changes ? past.done : past.sentAsProposal;
      if (changes)
        await refresh(
          world,
          changes.map(({ collection, id }) => keyOf(collection, id)),
        );
      onEnd(true);
    } catch (error) {
      setFault(toldOf(world, inWords(world, error)));
      setBusy(false);
    }
  };
  return (
    <section class="ed-going" aria-labelledby="ed-going-title">
      <h4 id="ed-going-title" ref={title} tabIndex={-1}>
        {past.preview[back.act](number)}
      </h4>
      {asked.kind === 'loading' && <p role="status">{compare.loading}</p>}
      {asked.kind === 'failed' && (
        <p class="ed-warning" role="alert">
          {asked.words}
        </p>
      )}
      {asked.kind === 'there' && (
        <>
          <Differences changes={asked.value} />
          <label class="ed-reason">
            {past.why}
            <textarea
              rows={2}
              maxLength={500}
              value={why}
              onInput={({ currentTarget }) => {
                setWhy(currentTarget.value);
              }}
            />
          </label>
        </>
      )}
      {fault && (
        <p class="ed-warning" role="alert">
          {fault}
        </p>
      )}
      <div class="ed-save-buttons">
        {asked.kind === 'there' && (
          <button type="button" class="ed-primary" disabled={busy} onClick={() => void doIt()}>
            {past.doIt}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            onEnd(false);
          }}
        >
          {past.cancel}
        </button>
      </div>
    </section>
  );
}

interface Clash {
  readonly collection: string;
  readonly field: string;
}

/** A refusal that names fields calls them as the forms do. */
function inWords(world: World, error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.code !== 'undo-conflicts') return error;
  const { conflicts, ...document } = error.document;
  const clashes = Array.isArray(conflicts) ? (conflicts as Clash[]) : [];
  const fields = clashes.map(({ collection, field }) =>
    fieldText(field, labelsOf(world, collection), world.words.compare.shape),
  );
  return new ApiProblem(error.status, {
    ...document,
    detail: world.words.past.clashes([...new Set(fields)].join(', ')),
  });
}
