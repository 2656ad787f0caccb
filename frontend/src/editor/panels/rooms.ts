/** The panels of the rail. Those that are not there from the start are fetched when they are first opened. */
import type { FunctionComponent } from 'preact';

import type { PanelName } from '../state/world';
import { Work } from './Work';

export interface Room {
  readonly name: PanelName;
  /** Strokes on a sheet of 24 by 24. */
  readonly icon: string;
  readonly load: () => Promise<FunctionComponent>;
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
];

/** Fetches every panel ahead, so that each opens when the connection is gone. */
export function fetchAhead(): void {
  for (const { load } of ROOMS) load().catch(() => undefined); // opening the panel says what failed
}
