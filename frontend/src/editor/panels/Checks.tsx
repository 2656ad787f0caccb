/** The check of the zones as a layer, and a walk through what it finds: look, select, mend. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { CheckFailed, checkLayer, type Box, type Checked, type Finding } from '../checking/layer-check';
import type { Journal } from '../core/journal';
import { zoomToGeometry, boxInView } from '../map/marks';
import { nameOf, type World } from '../state/world';
import { areaText } from '../words/numbers';
import { FindingMends } from './FindingMends';
import { useDesk, type Desk } from './context';

type Scope = 'view' | 'all';

interface Result extends Checked {
  readonly scope: Scope;
  /** The journal as it was checked. */
  readonly journal: Journal;
}

const result = signal<Result | null>(null);
const at = signal(0);
const busy = signal(false);
const fault = signal('');

export function Checks() {
  const desk = useDesk();
  const { checks } = desk.world.words;
  useEffect(
    () => () => {
      desk.world.drawn.value = [];
    },
    [desk.world],
  );
  return (
    <section class="ed-checks" aria-labelledby="ed-checks-title">
      <h2 id="ed-checks-title">{checks.title}</h2>
      <p class="ed-help">{checks.why}</p>
      <div class="ed-save-buttons">
        <button
          type="button"
          class="ed-primary"
          disabled={busy.value}
          onClick={() => void check(desk, 'all')}
        >
          {checks.all}
        </button>
        <button type="button" disabled={busy.value} onClick={() => void check(desk, 'view')}>
          {checks.inView}
        </button>
      </div>
      <p role="status">{busy.value ? checks.checking : fault.value || summary(desk.world)}</p>
      {!busy.value && result.value && <Walk checked={result.value} />}
    </section>
  );
}

function summary(world: World): string {
  const { checks } = world.words;
  const checked = result.value;
  if (!checked) return '';
  if (checked.findings.length) return checks.found(checked.findings.length);
  return checked.zones < 2 ? checks.tooFew : checks.none(checked.zones);
}

async function check(desk: Desk, scope: Scope): Promise<void> {
  const { world, canvas } = desk;
  busy.value = true;
  fault.value = '';
  const { journal } = world;
  const before = journal.value;
  const box: Box | null = scope === 'view' ? boxInView(canvas) : null;
  try {
    const checked = await checkLayer(world, box);
    result.value = { ...checked, scope, journal: before };
    world.waiting.value = { ...world.waiting.value, checks: checked.findings.length };
    goTo(desk, Math.min(at.value, Math.max(0, checked.findings.length - 1)));
  } catch (error) {
    fault.value = (error instanceof CheckFailed && error.words) || world.words.checks.failed;
  } finally {
    busy.value = false;
  }
}

/** Looks at the n-th finding: on the map and in the panel. */
function goTo({ world, canvas }: Desk, n: number): void {
  at.value = n;
  const finding = result.value?.findings[n];
  world.drawn.value = finding?.geometry ? [{ geometry: finding.geometry, look: 'finding' }] : [];
  if (finding?.geometry) zoomToGeometry(canvas, finding.geometry);
  else if (finding?.at) canvas.zoomToPlace(finding.at);
}

function Walk({ checked }: { readonly checked: Result }) {
  const desk = useDesk();
  const { checks } = desk.world.words;
  const { findings } = checked;
  const finding = findings[at.value];
  if (!finding) return null;
  const step = (by: number) => () => {
    goTo(desk, (at.value + by + findings.length) % findings.length);
  };
  return (
    <>
      {checked.journal !== desk.world.journal.value && <p class="ed-help">{checks.stale}</p>}
      {checked.more > 0 && <p class="ed-help">{checks.more(checked.more)}</p>}
      <div class="ed-walk">
        <button type="button" onClick={step(-1)}>
          ‹ {checks.previous}
        </button>
        <span aria-live="polite">{checks.at(at.value + 1, findings.length)}</span>
        <button type="button" onClick={step(1)}>
          {checks.next} ›
        </button>
      </div>
      <OneFinding key={at.value} finding={finding} again={() => void check(desk, checked.scope)} />
    </>
  );
}

interface FindingProps {
  readonly finding: Finding;
  readonly again: () => void;
}

function OneFinding({ finding, again }: FindingProps) {
  const { world, canvas } = useDesk();
  const { words, page } = world;
  const title = words.checks.code[finding.code] ?? words.checks.faultOf;
  return (
    <article class="ed-finding">
      <h3>{title}</h3>
      {!finding.between && <p>{finding.words}</p>}
      {finding.area_m2 > 0 && <p>{areaText(finding.area_m2, page.language)}</p>}
      <ul>
        {finding.keys.map((key) => (
          <li key={key}>
            <button
              type="button"
              class="ed-change-name"
              onClick={() => {
                world.selection.value = [key];
                canvas.zoomToSpaces([key]);
              }}
            >
              {nameOf(world, key)}
            </button>
          </li>
        ))}
      </ul>
      <div class="ed-save-buttons">
        {finding.at && (
          <button
            type="button"
            onClick={() => {
              if (finding.geometry) zoomToGeometry(canvas, finding.geometry);
              else if (finding.at) canvas.zoomToPlace(finding.at);
            }}
          >
            {words.zoomTo}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            world.selection.value = finding.keys;
          }}
        >
          {words.checks.selectZones}
        </button>
      </div>
      {finding.between && <FindingMends finding={finding} again={again} />}
    </article>
  );
}
