/** The layers: seen or not, how strongly, locked or not, and how many spaces each holds. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { counts } from '../core/filtering';
import { changeLayer, type World } from '../state/world';
import { FilterBar } from './FilterBar';
import { useDesk } from './context';

export function Layers() {
  const { world } = useDesk();
  const { words } = world;
  const found = counts(world.filters.value, world.journal.value);
  return (
    <section class="ed-layers" aria-labelledby="ed-layers-title">
      <h2 id="ed-layers-title">{words.layers}</h2>
      <ul>
        {world.layers.value.map((layer) => {
          const title = world.page.collections.find(({ id }) => id === layer.id)?.title ?? layer.id;
          return (
            <li key={layer.id}>
              <label class="ed-check">
                <input
                  type="checkbox"
                  checked={layer.visible}
                  aria-label={words.show(title)}
                  onChange={(event) => {
                    changeLayer(world, layer.id, { visible: event.currentTarget.checked });
                  }}
                />
                <span class={`ed-swatch ed-swatch-${layer.id}`} aria-hidden="true" />
                <span class="ed-layer-name">{title}</span>
                <span class="ed-count">{countText(world, found.get(layer.id))}</span>
              </label>
              <span class="ed-layer-tools">
                <input
                  type="range"
                  min="0.1"
                  max="1"
                  step="0.1"
                  value={layer.opacity}
                  aria-label={words.opacity(title)}
                  onInput={(event) => {
                    changeLayer(world, layer.id, { opacity: Number(event.currentTarget.value) });
                  }}
                />
                <button
                  type="button"
                  class="ed-lock"
                  aria-pressed={layer.locked}
                  aria-label={words.lock(title)}
                  title={words.lock(title)}
                  onClick={() => {
                    changeLayer(world, layer.id, { locked: !layer.locked });
                  }}
                >
                  <svg aria-hidden="true" viewBox="0 0 24 24">
                    <path d={layer.locked ? LOCKED : OPEN} />
                  </svg>
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <FilterBar />
      <LazyBackdrops />
    </section>
  );
}

function countText({ words }: World, count = { all: 0, shown: 0 }): string {
  return count.all === count.shown ? String(count.all) : words.filter.countOf(count.shown, count.all);
}

const LOCKED = 'M6 11h12v9H6z M9 11V8a3 3 0 0 1 6 0v3';
const OPEN = 'M6 11h12v9H6z M9 11V7a3 3 0 0 1 5.800-1';

/** Fetched when the panel is opened: who only edits does not need it. */
function LazyBackdrops() {
  const [Panel, setPanel] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    import('./Backdrops').then(
      ({ Backdrops }) => {
        setPanel(() => Backdrops);
      },
      () => undefined, // without a connection there are no backdrops, and the layers stay usable
    );
  }, []);
  return Panel && <Panel />;
}
