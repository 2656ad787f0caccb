/** What can be done to the selection at once, without a tool in hand: a button each, and a key. */
import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';
import { cutAway, selectedArea, snapToNeighbours } from './acts';
import { copySelected } from './copying';
import { whyNoAreas, whyNothing, whyNoArea, whyReadOnly } from './reasons';
import { isTyping } from './typing';

export type CommandName = 'merge' | 'clip' | 'cutAway' | 'snap' | 'copy' | 'paste' | 'crosshair';

export interface Command {
  /** A letter by its place on the keyboard. */
  readonly key: string;
  /** Why it cannot be done now, in words; '' if it can. */
  readonly why: (world: World) => string;
  readonly run: (world: World, canvas: Canvas, shift: boolean) => void;
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  paste: {
    key: 'N',
    why: whyReadOnly,
    run: (world) => {
      world.hand.dialog.value = 'paste';
    },
  },
  crosshair: {
    key: 'Q',
    why: () => '',
    run: (world) => {
      world.hand.crosshair.value = !world.hand.crosshair.value;
    },
  },
  copy: {
    key: 'K',
    why: whyNothing,
    run: (world, _, shift) => {
      copySelected(world, shift);
    },
  },
  merge: {
    key: 'J',
    why: (world) => whyNoAreas(world, 2),
    run: (world) => {
      world.hand.dialog.value = 'merge';
    },
  },
  clip: {
    key: 'B',
    why: whyNoArea,
    run: (world) => {
      if (selectedArea(world)) world.hand.dialog.value = 'clip';
    },
  },
  cutAway: {
    key: 'X',
    why: (world) => whyNoAreas(world, 1),
    run: cutAway,
  },
  snap: {
    key: 'T',
    why: whyNoArea,
    run: snapToNeighbours,
  },
};

/** Does it, or says why it cannot be done. */
export function command(world: World, canvas: Canvas, name: CommandName, shift = false): void {
  const { why, run } = COMMANDS[name];
  const reason = why(world);
  if (reason) world.notice.value = reason;
  else run(world, canvas, shift);
}

export function followCommands(world: World, canvas: Canvas): void {
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const found = Object.entries(COMMANDS).find(([, { key }]) => event.code === `Key${key}`);
    if (!found || document.querySelector('dialog[open]')) return;
    command(world, canvas, found[0] as CommandName, event.shiftKey);
    event.preventDefault();
  });
}
