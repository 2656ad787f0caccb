/** The versions of a space, newest first: who, when, why and what; any two compared; the ways back. */
import { useState } from 'preact/hooks';

import { given, type Kind, type Schemas } from '../../../api/client';
import { partsOf, type SpaceKey } from '../../core/space';
import { titleOf } from '../compare/titles';
import { useAsked } from '../asking';
import { Failed } from '../compare/Failed';
import { labelsOf } from '../compare/labels';
import { fieldText, momentText } from '../compare/values';
import { useDesk } from '../context';
import { Compared, type Pair } from './Compared';
import { GoingBack, type Back } from './GoingBack';

export type Version = Schemas['Version'];

const MOST = 200;

export function Timeline({ spaceKey }: { readonly spaceKey: SpaceKey }) {
  const { world } = useDesk();
  const { compare, past } = world.words;
  const { collection, id } = partsOf(spaceKey);
  const [pair, setPair] = useState<Pair | null>(null);
  const [back, setBack] = useState<Back | null>(null);
  const path = { collection: collection as Kind, feature_id: id };
  const { asked, again } = useAsked(
    (api) =>
      given(
        api.GET('/collections/{collection}/items/{feature_id}/versions', {
          params: { path, query: { limit: MOST } },
        }),
      ),
    [spaceKey],
  );
  if (asked.kind === 'loading') return <p role="status">{compare.loading}</p>;
  if (asked.kind === 'failed') return <Failed words={asked.words} onAgain={again} />;
  const { versions } = asked.value;
  const newest = versions[0]?.version ?? 0;
  return (
    <>
      <h3>{past.history(titleOf(world, spaceKey))}</h3>
      {back && (
        <GoingBack
          key={`${back.act} ${back.version}`}
          spaceKey={spaceKey}
          newest={newest}
          back={back}
          onEnd={(done) => {
            setBack(null);
            if (done) again();
          }}
        />
      )}
      {!back && versions.length > 1 && (
        <Compared
          spaceKey={spaceKey}
          numbers={versions.map(({ version }) => version)}
          pair={pair}
          onPair={setPair}
        />
      )}
      <ol class="ed-versions">
        {versions.map((version, index) => (
          <OneVersion
            key={version.version}
            collection={collection}
            version={version}
            newest={index === 0}
            onCompare={() => {
              const older = versions[index + 1];
              setBack(null);
              if (older) setPair({ older: older.version, newer: version.version });
            }}
            isFirst={index === versions.length - 1}
            onBack={setBack}
          />
        ))}
      </ol>
    </>
  );
}

interface OneVersionProps {
  readonly collection: string;
  readonly version: Version;
  readonly newest: boolean;
  readonly isFirst: boolean;
  readonly onCompare: () => void;
  readonly onBack: (back: Back) => void;
}

function OneVersion({ collection, version, newest, isFirst, onCompare, onBack }: OneVersionProps) {
  const { world } = useDesk();
  const { compare, past } = world.words;
  const labels = labelsOf(world, collection);
  const changed = version.changed.map((name) => fieldText(name, labels, compare.shape)).join(', ');
  const who = version.who ?? compare.source[version.source] ?? compare.system;
  const ways: readonly (readonly [Back['act'], string, boolean])[] = [
    ['restore', past.restore, !newest && version.action !== 'delete'],
    ['undo', past.undo, true],
    ['changeset', past.undoAll, true],
  ];
  return (
    <li class="ed-version">
      <p>
        <strong>{past.version(version.version)}</strong>{' '}
        <span class={`ed-act ed-act-${version.action}`}>{compare.action[version.action]}</span>
        {newest && <em> {past.now}</em>}
      </p>
      <p class="ed-line-who">
        {who}, {momentText(version.when, world.page.language)}
      </p>
      {version.why && <p class="ed-why">{version.why}</p>}
      {changed && <p class="ed-hint">{past.changed(changed)}</p>}
      <div class="ed-ways">
        {!isFirst && (
          <button type="button" class="ed-plain" onClick={onCompare}>
            {past.whatChanged(version.version)}
          </button>
        )}
        <details>
          <summary>{past.acts(version.version)}</summary>
          {ways.map(
            ([act, words, possible]) =>
              possible && (
                <button
                  key={act}
                  type="button"
                  class="ed-plain"
                  onClick={() => {
                    onBack({ act, version: version.version, changeset: version.changeset });
                  }}
                >
                  {words}
                </button>
              ),
          )}
        </details>
      </div>
    </li>
  );
}
