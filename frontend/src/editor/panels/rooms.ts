/** The panels of the rail. Those that are not there from the start are fetched when they are first opened. */
import type { FunctionComponent } from 'preact';

import type { PanelName, World } from '../state/world';
import { Work } from './Work';

export interface Room {
  readonly name: PanelName;
  /** Strokes on a sheet of 24 by 24. */
  readonly icon: string;
  readonly load: () => Promise<FunctionComponent>;
  /** Shows what the address asks of the panel, and keeps its badge, whether or not it is open. */
  readonly watch?: (world: World) => Promise<void>;
}

export const ROOMS: readonly Room[] = [
  {
    name: 'work',
    icon: 'M4 20h4L19 9l-4-4L4 16z M13 7l4 4',
    load: () => Promise.resolve(Work),
  },
  {
    name: 'layers',
    icon: 'M12 4l9 5-9 5-9-5z M3 14l9 5 9-5',
    load: async () => (await import('./Layers')).Layers,
  },
  {
    name: 'checks',
    icon: 'M9 11l3 3 8-8 M20 12v7H5V5h9',
    load: async () => (await import('./Checks')).Checks,
  },
  {
    name: 'review',
    icon: 'M4 5h16v11H9l-5 4z M8 10l3 3 5-5',
    load: async () => (await import('./review/Review')).Review,
    watch: async (world) => {
      (await import('./review/queue')).watch(world);
    },
  },
  {
    name: 'history',
    icon: 'M4 12a8 8 0 1 0 3-6M4 4v4h4 M12 8v4l3 2',
    load: async () => (await import('./history/History')).History,
    watch: async (world) => {
      await (await import('./history/visit')).watch(world);
    },
  },
];

/** Fetches every panel ahead, so that each opens when the connection is gone, and lets those that watch begin. */
export function fetchAhead(world: World): void {
  for (const { load, watch } of ROOMS)
    load()
      .then(() => watch?.(world))
      .catch(() => undefined); // opening the panel says what failed
}
