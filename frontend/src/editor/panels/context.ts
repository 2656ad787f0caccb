/** The world and the canvas, for every panel below the editor. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Saving } from '../api/saving';
import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';

export interface Desk {
  readonly world: World;
  readonly canvas: Canvas;
  readonly saving: Saving;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a panel stands outside of the editor');
  return desk;
}
