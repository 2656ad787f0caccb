import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { EMPTY, load } from '../core/journal';
import type { Content, SpaceKey } from '../core/space';
import { PAGE } from '../page-data.sample';
import { arrive, createWorld, perform, undoLast, type World } from '../state/world';
import { judgeEdits } from './judging';
import { english } from '../words/english';

const ZONE: SpaceKey = 'urban-design-zones/quarter';

function zone(east: number): Content {
  const ring = [[100, 7] as const, [east, 7] as const, [east, 7.1] as const, [100, 7] as const];
  return { geometry: { type: 'MultiPolygon', coordinates: [[ring]] }, properties: { name_en: 'Quarter' } };
}

function told(pointer: string, code: string, severity = 'error') {
  return { code, severity, th: 'ตัดกันเอง', en: 'The outline crosses itself.', at: [100.05, 7.05], pointer };
}

const report = (faults: object[], repairs: object[] = []) => Response.json({ faults, repairs });

/** A server that answers when told to. */
function server() {
  const asked: { body: string; signal: AbortSignal; answer: (response: Response) => void }[] = [];
  const ask = (_: string, init?: RequestInit) =>
    new Promise<Response>((answer) => {
      asked.push({
        body: init?.body as string,
        signal: init?.signal ?? new AbortController().signal,
        answer,
      });
    });
  return { asked, ask };
}

describe('the server as judge', () => {
  let world: World;
  let stop: () => void;
  let judge: ReturnType<typeof server>;

  beforeEach(() => {
    vi.useFakeTimers();
    world = createWorld(PAGE, english);
    arrive(world, load(EMPTY, new Map([[ZONE, { version: 1, content: zone(100.1) }]])));
    judge = server();
    stop = judgeEdits(world, judge.ask);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const pause = () => vi.advanceTimersByTimeAsync(1000);

  it('is asked once after several quick steps', async () => {
    for (const east of [100.2, 100.3, 100.4]) perform(world, 'move', new Map([[ZONE, zone(east)]]));
    await pause();

    expect(judge.asked).toHaveLength(1);
    expect(judge.asked[0]?.body).toContain('100.4');
  });

  it('names the faults of the shape and of the fields, and proposes a repair', async () => {
    perform(world, 'move', new Map([[ZONE, zone(100.2)]]));
    await pause();
    const repair = { pointer: '/features/0/geometry', geometry: zone(100.3).geometry, area_change_m2: -3 };
    judge.asked[0]?.answer(
      report(
        [
          told('/features/0/geometry/coordinates/0', 'self_intersection'),
          told('/features/0/properties/contact', 'x'),
          told('/features/0/geometry', 'narrow_spike', 'warning'),
        ],
        [repair],
      ),
    );
    await pause();

    const judgement = world.judgements.value.get(ZONE);
    expect(judgement?.faults.map(({ field, words }) => [field, words])).toEqual([
      ['', 'The outline crosses itself.'],
      ['contact', 'The outline crosses itself.'],
    ]);
    expect(judgement?.notes.map(({ code }) => code)).toEqual(['narrow_spike']);
    expect(judgement?.repair?.area_change_m2).toBe(-3);
  });

  it('is not heeded about a shape that is no more', async () => {
    perform(world, 'move', new Map([[ZONE, zone(100.2)]]));
    await pause();
    perform(world, 'move', new Map([[ZONE, zone(100.3)]]));
    judge.asked[0]?.answer(report([told('/features/0/geometry', 'self_intersection')]));
    await pause();

    expect(judge.asked[0]?.signal.aborted).toBe(true);
    expect(world.judgements.value.size).toBe(0);
  });

  it('has nothing to say once the change is taken back', async () => {
    perform(world, 'move', new Map([[ZONE, zone(100.2)]]));
    await pause();
    judge.asked[0]?.answer(report([told('/features/0/geometry', 'self_intersection')]));
    await pause();
    expect(world.judgements.value.size).toBe(1);

    undoLast(world);

    expect(world.judgements.value.size).toBe(0);
  });
});
