/** The whole screen: top bar, tools, map, layers and form, status line. */
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

import { bringBack, followDrops } from '../backdrop/dropping';
import { loadAll } from '../api/loading-all';
import { keepDrafts, type Keeping } from '../drafts/keeping';
import { Saving } from '../api/saving';
import { judgeEdits } from '../checking/judging';
import { followAddress, showAsked } from '../map/addressing';
import { createCanvas, type Canvas } from '../map/canvas';
import { followMarks } from '../map/marks';
import { readAddress } from '../state/address';
import type { World } from '../state/world';
import { followKeys } from '../tools/keys';
import { useTools } from '../tools/registry';
import { Conflicts } from './Conflicts';
import { pointTarget } from './FromPhoto';
import { LeftOver } from './LeftOver';
import { LoginDialog } from './LoginDialog';
import { OverMap } from './OverMap';
import { Side } from './Side';
import { fetchAhead } from './rooms';
import { StatusLine } from './StatusLine';
import { Toolbar } from './Toolbar';
import { TopBar } from './TopBar';
import { DeskContext } from './context';
import { fetchFields } from './fields';

export function Editor({ world }: { readonly world: World }) {
  const target = useRef<HTMLDivElement>(null);
  const [saving] = useState(() => new Saving(world));
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  useEffect(() => {
    if (!target.current) return;
    const asked = readAddress(location);
    const loading = loadAll(world); // while the map is made
    void createCanvas(target.current, world).then(async (made) => {
      useTools(world, made);
      followMarks(world, made);
      followAddress(world, made);
      setCanvas(made);
      followDrops(world, made);
      setKeeping(await start(world, saving, loading));
      bringBack(world, made);
      showAsked(world, made, asked);
    });
    const stops = [followKeys(world), saving.watch(), judgeEdits(world), suitPhones(world)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [world, saving]);
  const desk = canvas && { world, canvas, saving };
  return (
    <DeskContext.Provider value={desk}>
      {desk && <TopBar />}
      <main class="ed-body">
        {desk && <Toolbar />}
        <div class="ed-map" ref={target} tabIndex={0} role="application" aria-label={world.words.map} />
        {desk && <OverMap />}
        {desk && <Side />}
      </main>
      {desk && keeping && <LeftOver keeping={keeping} />}
      {desk && <StatusLine />}
      {desk && <LoginDialog />}
      {desk && <Conflicts />}
      {world.sync.value === 'failed' && <Failed world={world} />}
    </DeskContext.Provider>
  );
}

/** Loads first: a draft is laid over what the server holds now. */
async function start(world: World, saving: Saving, loading: Promise<void>): Promise<Keeping> {
  await loading;
  fetchFields(world);
  fetchAhead(world);
  return keepDrafts(world, () => void saving.flush());
}

function Failed({ world }: { readonly world: World }) {
  return (
    <div class="ed-failed" role="alert">
      <p>{world.notice.value}</p>
      <button
        type="button"
        onClick={() => {
          void loadAll(world);
        }}
      >
        {world.words.tryAgain}
      </button>
    </div>
  );
}

/** A phone draws points, and shows the map until something is selected. Gives the way to stop. */
function suitPhones(world: World): () => void {
  if (!matchMedia('(width <= 40rem)').matches) return () => undefined;
  world.target.value = pointTarget(world) ?? world.target.value;
  return effect(() => {
    world.folded.value = !world.selection.value.length;
  });
}
