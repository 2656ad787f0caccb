/** The side of the map: a rail of panels, and the one that is open. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { useDesk } from './context';
import { ROOMS, type Room } from './rooms';

export function Side() {
  const { world } = useDesk();
  const open = ROOMS.find(({ name }) => name === world.panel.value) ?? ROOMS[0];
  return (
    <div class="ed-side" data-folded={world.folded.value}>
      <div class="ed-rail" role="tablist" aria-label={world.words.rooms.rail} onKeyDown={step}>
        {ROOMS.map((room) => (
          <Tab key={room.name} room={room} />
        ))}
      </div>
      <Fold />
      {open && <Opened key={open.name} room={open} />}
    </div>
  );
}

/** Arrow keys go from tab to tab, as in any list of tabs. */
function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!by || !(event.currentTarget instanceof HTMLElement)) return;
  const tabs = [...event.currentTarget.querySelectorAll('button')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const next = tabs[(at + by + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
  event.preventDefault();
}

function Tab({ room: { name, icon } }: { readonly room: Room }) {
  const { world } = useDesk();
  const waiting = name === 'work' ? world.edits.value.length : (world.waiting.value[name] ?? 0);
  return (
    <button
      type="button"
      role="tab"
      id={`ed-tab-${name}`}
      class="ed-tab"
      aria-selected={world.panel.value === name}
      aria-controls="ed-panel"
      tabIndex={world.panel.value === name ? 0 : -1}
      onClick={() => {
        world.panel.value = name;
        world.folded.value = false;
      }}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <path d={icon} />
      </svg>
      <span>{world.words.rooms[name]}</span>
      {waiting > 0 && <span class="ed-badge">{waiting}</span>}
    </button>
  );
}

function Fold() {
  const { folded, words } = useDesk().world;
  return (
    <button
      type="button"
      class="ed-fold"
      aria-expanded={!folded.value}
      aria-controls="ed-panel"
      aria-label={folded.value ? words.rooms.unfold : words.rooms.fold}
      title={folded.value ? words.rooms.unfold : words.rooms.fold}
      onClick={() => {
        folded.value = !folded.value;
      }}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <path d="M9 5l7 7-7 7" />
      </svg>
    </button>
  );
}

function Opened({ room }: { readonly room: Room }) {
  const { world } = useDesk();
  const [Panel, setPanel] = useState<FunctionComponent | 'failed' | null>(null);
  useEffect(() => {
    let here = true;
    room.load().then(
      (panel) => {
        if (here) setPanel(() => panel);
      },
      () => {
        if (here) setPanel('failed');
      },
    );
    return () => {
      here = false;
    };
  }, [room]);
  return (
    <div id="ed-panel" class="ed-panel" role="tabpanel" aria-labelledby={`ed-tab-${room.name}`} tabIndex={0}>
      {Panel === 'failed' ? (
        <p role="alert">{world.words.rooms.notLoaded}</p>
      ) : Panel ? (
        <Panel />
      ) : (
        <p>{world.words.rooms.loading}</p>
      )}
    </div>
  );
}
