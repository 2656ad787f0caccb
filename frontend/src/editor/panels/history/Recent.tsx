/** What was changed of late, newest first, also on the map; what is new since the last visit stands above a line. */
import { useEffect, useState } from 'preact/hooks';

import { showPlaces, zoomToBoxes } from '../../map/past';
import { titleOf } from '../compare/titles';
import { useAsked } from '../asking';
import { Failed } from '../compare/Failed';
import { momentText } from '../compare/values';
import { useDesk } from '../context';
import { GoingBack } from './GoingBack';
import { PERIODS, entries, narrowed, people, readFeed, since, type Entry, type Period } from './changes';
import { part, subject } from './subject';
import { looked, news } from './visit';

const MOST_NAMED = 6;

export function Recent() {
  const { world } = useDesk();
  const { compare, past } = world.words;
  const [period, setPeriod] = useState<Period>('week');
  const [who, setWho] = useState('');
  const [kind, setKind] = useState('');
  const { asked, again } = useAsked((api) => readFeed(api, since(period, new Date())), [period]);
  const known = news.value;
  useEffect(() => {
    if (known) looked(world);
  }, [known, world]);
  const all = asked.kind === 'there' ? entries(asked.value.changes) : [];
  const shown = narrowed(all, { who, kind });
  return (
    <>
      <Since />
      <div class="ed-narrow">
        <Choice
          label={past.period}
          value={period}
          onValue={(value) => {
            setPeriod(value as Period);
          }}
          options={Object.keys(PERIODS).map((each) => [each, past.periods[each as Period]])}
        />
        <Choice
          label={past.who}
          value={who}
          onValue={setWho}
          options={[['', past.everybody], ...people(all).map((each) => [each, each] as const)]}
        />
        <Choice
          label={past.kind}
          value={kind}
          onValue={setKind}
          options={[
            ['', past.everyKind],
            ...world.page.collections.map(({ id, title }) => [id, title] as const),
          ]}
        />
      </div>
      {asked.kind === 'loading' && <p role="status">{compare.loading}</p>}
      {asked.kind === 'failed' && <Failed words={asked.words} onAgain={again} />}
      {asked.kind === 'there' && !asked.value.whole && <p class="ed-warning">{past.tooMany}</p>}
      {asked.kind === 'there' && !shown.length && <p>{past.none}</p>}
      <List shown={shown} again={again} />
    </>
  );
}

/** What the last visit has to do with it. */
function Since() {
  const { page, words } = useDesk().world;
  const known = news.value;
  if (!known) return null;
  if (known.since === null) return <p class="ed-hint">{words.past.firstVisit}</p>;
  const [n, when] = [known.entries.length, momentText(known.since, page.language)];
  return <p class="ed-since">{n ? words.past.news(n, when) : words.past.nothingNew(when)}</p>;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onValue: (value: string) => void;
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function List({ shown, again }: { readonly shown: readonly Entry[]; readonly again: () => void }) {
  const { world, canvas } = useDesk();
  const known = news.value;
  const fresh = new Set(known?.entries.map(({ changeset }) => changeset));
  const about = JSON.stringify(shown.map(({ boxes }) => boxes));
  useEffect(
    () =>
      showPlaces(
        canvas,
        shown.flatMap(({ boxes, changeset }) => boxes.map((box) => ({ box, strong: fresh.has(changeset) }))),
      ),
    [canvas, about, fresh.size],
  );
  const last = shown.findLastIndex(({ changeset }) => fresh.has(changeset));
  return (
    <ol class="ed-versions">
      {shown.map((entry, index) => (
        <li key={entry.changeset} class="ed-version">
          <OneEntry entry={entry} fresh={fresh.has(entry.changeset)} again={again} />
          {index === last && known?.since && (
            <p class="ed-divider" role="separator">
              {world.words.past.sinceVisit(momentText(known.since, world.page.language))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface OneEntryProps {
  readonly entry: Entry;
  readonly fresh: boolean;
  readonly again: () => void;
}

function OneEntry({ entry, fresh, again }: OneEntryProps) {
  const { world, canvas } = useDesk();
  const { compare, past } = world.words;
  const [undoing, setUndoing] = useState(false);
  const { create, modify, delete: gone } = entry.counts;
  const counted = past.counts(create, modify, gone);
  const more = create + modify + gone - Math.min(entry.spaces.length, MOST_NAMED);
  const when = momentText(entry.when, world.page.language);
  return (
    <>
      <p>
        {fresh && <strong class="ed-new">{past.isNew}</strong>} {entry.who ?? compare.system}, {when}
      </p>
      {entry.why && <p class="ed-why">{entry.why}</p>}
      <p class="ed-hint">
        {counted} · {compare.source[entry.source] ?? entry.source}
      </p>
      <ul class="ed-touched">
        {entry.spaces.slice(0, MOST_NAMED).map(({ key, action }) => (
          <li key={key}>
            <span class={`ed-act ed-act-${action}`}>{compare.action[action]}</span>{' '}
            <button
              type="button"
              class="ed-link"
              onClick={() => {
                subject.value = key;
                world.selection.value = action === 'delete' ? [] : [key];
                part.value = 'space';
                canvas.zoomToSpaces([key]);
              }}
            >
              {titleOf(world, key)}
            </button>
          </li>
        ))}
        {more > 0 && <li>{past.showsMore(more)}</li>}
      </ul>
      <div class="ed-ways">
        {entry.boxes.length > 0 && (
          <button
            type="button"
            class="ed-plain"
            aria-label={past.zoom(`${counted}, ${when}`)}
            onClick={() => {
              zoomToBoxes(canvas, entry.boxes);
            }}
          >
            {compare.showPlace}
          </button>
        )}
        <button
          type="button"
          class="ed-plain"
          aria-expanded={undoing}
          onClick={() => {
            setUndoing(!undoing);
          }}
        >
          {past.undoAll}
        </button>
      </div>
      {undoing && (
        <GoingBack
          back={{ act: 'changeset', version: 0, changeset: entry.changeset }}
          onEnd={(done) => {
            setUndoing(false);
            if (done) again();
          }}
        />
      )}
    </>
  );
}
