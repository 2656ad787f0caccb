/** A tool is what the pointer does on the map. One is active at a time; `start` gives the way to put it down again. */
import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';

export interface Tool {
  start(world: World, canvas: Canvas): () => void;
}
