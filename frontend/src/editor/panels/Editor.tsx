/** The whole screen: top bar, tools, map, layers and form, status line. */
import { useEffect, useRef, useState } from 'preact/hooks';

import { loadAll } from '../api/loading-all';
import { createCanvas, type Canvas } from '../map/canvas';
import type { World } from '../state/world';
import { followKeys } from '../tools/keys';
import { useTools } from '../tools/registry';
import { Layers } from './Layers';
import { SpaceForm } from './SpaceForm';
import { StatusLine } from './StatusLine';
import { Toolbar } from './Toolbar';
import { TopBar } from './TopBar';
import { DeskContext } from './context';

export function Editor({ world }: { readonly world: World }) {
  const target = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  useEffect(() => {
    if (!target.current) return;
    void createCanvas(target.current, world).then((made) => {
      useTools(world, made);
      setCanvas(made);
      void loadAll(world);
    });
    return followKeys(world);
  }, [world]);
  const desk = canvas && { world, canvas };
  return (
    <DeskContext.Provider value={desk}>
      {desk && <TopBar />}
      <div class="ed-body">
        {desk && <Toolbar />}
        <div class="ed-map" ref={target} tabIndex={0} role="application" aria-label={world.words.map} />
        {desk && (
          <div class="ed-side">
            <Layers />
            <SpaceForm />
          </div>
        )}
      </div>
      {desk && <StatusLine />}
      {world.sync.value === 'failed' && <Failed world={world} />}
    </DeskContext.Provider>
  );
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
