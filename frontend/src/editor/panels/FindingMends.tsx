/** The ways to mend a finding: tried on the server, shown before and after, done on a click as one step. */
import { useState } from 'preact/hooks';

import type { Finding } from '../checking/layer-check';
import { MendImpossible, mended, tryToMend, waysToMend, type Mend, type Way } from '../checking/mending';
import { contentOf } from '../core/journal';
import { nameOf, perform, type Drawn, type World } from '../state/world';
import { editable } from '../tools/select';
import { areaChangeText } from '../words/numbers';
import { useDesk } from './context';

interface Props {
  readonly finding: Finding;
  readonly again: () => void;
}

export function FindingMends({ finding, again }: Props) {
  const { world } = useDesk();
  const { checks } = world.words;
  const [mend, setMend] = useState<Mend | null>(null);
  const [fault, setFault] = useState('');
  const ways = waysToMend(world, finding).filter((way) => editable(world, way.changes));
  const show = async (way: Way) => {
    setFault('');
    try {
      const tried = await tryToMend(world, way);
      setMend(tried);
      world.drawn.value = [...drawn(world, tried), ...found(finding)];
    } catch (error) {
      setFault((error instanceof MendImpossible && error.words) || checks.mendImpossible);
    }
  };
  const leave = () => {
    setMend(null);
    world.drawn.value = found(finding);
  };
  if (!ways.length) return null;
  return (
    <div class="ed-repair">
      <h3>{checks.mends}</h3>
      {fault && <p role="alert">{fault}</p>}
      {mend ? (
        <Effect
          mend={mend}
          leave={leave}
          apply={() => {
            world.drawn.value = [];
            perform(world, checks.step.mend, mended(world, mend));
            world.notice.value = checks.mended;
            again();
          }}
        />
      ) : (
        <ul class="ed-ways">
          {ways.map((way) => (
            <li key={way.act + way.changes}>
              <button type="button" onClick={() => void show(way)}>
                {words(world, way)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface EffectProps {
  readonly mend: Mend;
  readonly apply: () => void;
  readonly leave: () => void;
}

function Effect({ mend, apply, leave }: EffectProps) {
  const { world } = useDesk();
  const { checks } = world.words;
  return (
    <>
      <p>{words(world, mend.way)}</p>
      <dl class="ed-effect">
        {mend.changes.map(({ key, area_change_m2, area_change_percent }) => (
          <div key={key}>
            <dt>{nameOf(world, key)}</dt>
            <dd>{areaChangeText(area_change_m2, area_change_percent, world.page.language)}</dd>
          </div>
        ))}
      </dl>
      <p class="ed-help">{checks.legend}</p>
      <div class="ed-save-buttons">
        <button type="button" class="ed-primary" onClick={apply}>
          {checks.applyMend}
        </button>
        <button type="button" onClick={leave}>
          {checks.cancel}
        </button>
      </div>
    </>
  );
}

function words(world: World, { act, changes, stays }: Way): string {
  const { checks } = world.words;
  if (!stays) return checks.fill(nameOf(world, changes));
  const say = act === 'cut-away' ? checks.cutFrom : checks.snapTo;
  return say(nameOf(world, changes), nameOf(world, stays));
}

function found({ geometry }: Finding): Drawn[] {
  return geometry ? [{ geometry, look: 'finding' }] : [];
}

function drawn(world: World, { after }: Mend): Drawn[] {
  return [...after].flatMap(([key, geometry]): Drawn[] => {
    const before = contentOf(world.journal.value, key)?.geometry;
    return [...(before ? [{ geometry: before, look: 'before' } as const] : []), { geometry, look: 'after' }];
  });
}
