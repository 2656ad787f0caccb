/** What is wrong with a space, in words: at once as the browser sees it, then as the server judges; with a way to put it right. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { Judgement, Repair } from '../checking/judging';
import { faults } from '../core/faults';
import type { Content, LonLat, SpaceKey } from '../core/space';
import { perform } from '../state/world';
import { areaChangeText } from '../words/numbers';
import { useDesk } from './context';
import { fieldsFor, labelOf } from './fields';
import { missing } from './schema';

interface Props {
  readonly spaceKey: SpaceKey;
  readonly content: Content;
}

interface Line {
  readonly words: string;
  readonly at: LonLat | null;
}

export function FaultList({ spaceKey, content }: Props): JSX.Element | null {
  const { world } = useDesk();
  const judged = world.judgements.value.get(spaceKey);
  const current = judged?.content === content ? judged : undefined;
  const found = current ? told(current) : preview(content, world.words.fault);
  const empty = missing(fieldsFor(world, spaceKey.slice(0, spaceKey.indexOf('/'))), content.properties);
  if (!found.length && !empty.length && !current?.notes.length) return null;
  return (
    <section class="ed-faults" role="alert">
      {(found.length > 0 || empty.length > 0) && <h3>{world.words.faults}</h3>}
      <Lines lines={found} />
      {empty.length > 0 && <p>{world.words.form.missing(empty.map(({ label }) => label).join(', '))}</p>}
      {current && current.notes.length > 0 && (
        <>
          <h3>{world.words.checks.notes}</h3>
          <Lines lines={current.notes} />
        </>
      )}
      {current?.repair && <Proposal spaceKey={spaceKey} content={content} repair={current.repair} />}
    </section>
  );

  function told({ faults: lines }: Judgement): Line[] {
    return lines.map(({ words, at, field }) => ({
      words: field ? `${labelOf(world, spaceKey, field)}: ${words}` : words,
      at,
    }));
  }
}

function preview(content: Content, words: Readonly<Record<string, string>>): Line[] {
  return faults(content.geometry).map(({ code, at }) => ({ words: words[code] ?? code, at }));
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { world, canvas } = useDesk();
  if (!lines.length) return null;
  return (
    <ul>
      {lines.map(({ words, at }, n) => (
        <li key={n}>
          {words}{' '}
          {at && (
            <button
              type="button"
              onClick={() => {
                canvas.zoomToPlace(at);
              }}
            >
              {world.words.zoomTo}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The repair, with what it does to the area; drawn on the map while it is looked at, done only on a click. */
function Proposal({ spaceKey, content, repair }: Props & { readonly repair: Repair }) {
  const { world, canvas } = useDesk();
  const { words, page } = world;
  useEffect(
    () => () => {
      world.drawn.value = [];
    },
    [world, repair],
  );
  const shown = world.drawn.value.some(({ geometry }) => geometry === repair.geometry);
  return (
    <div class="ed-repair">
      <h3>{words.checks.repair}</h3>
      <p>{areaChangeText(repair.area_change_m2, repair.area_change_percent, page.language)}</p>
      <div class="ed-save-buttons">
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => {
            world.drawn.value = shown
              ? []
              : [
                  { geometry: content.geometry, look: 'before' },
                  { geometry: repair.geometry, look: 'after' },
                ];
            if (!shown) canvas.zoomToSpaces([spaceKey]);
          }}
        >
          {words.checks.beforeAfter}
        </button>
        <button
          type="button"
          class="ed-primary"
          onClick={() => {
            const after = { ...content, geometry: repair.geometry };
            world.drawn.value = [];
            perform(world, words.checks.step.repair, new Map([[spaceKey, after]]));
          }}
        >
          {words.checks.applyRepair}
        </button>
      </div>
      {shown && <p class="ed-help">{words.checks.legend}</p>}
    </div>
  );
}
