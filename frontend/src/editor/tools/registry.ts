/** Every tool by its name; the map does what the one in `world.tool` says. */
import { effect, untracked } from '@preact/signals';

import type { Canvas } from '../map/canvas';
import type { ToolName, World } from '../state/world';
import { split } from './acts';
import { followCommands } from './commands';
import { corners } from './corners';
import { followCrosshair } from './crosshair';
import { circle, line, point, polygon, rectangle } from './draw';
import { fill } from './fill';
import { hole } from './hole';
import { measuring } from './measure';
import { move } from './move';
import { select } from './select';
import type { Tool } from './tool';

export const TOOLS: Readonly<Record<ToolName, Tool>> = {
  select,
  corners,
  move,
  point,
  line,
  polygon,
  rectangle,
  circle,
  hole,
  fill,
  split,
  measure: measuring,
};

/** The key of each tool: letters stand for the same key in both layouts (`event.code`). */
export const KEYS: Readonly<Record<ToolName, string>> = {
  select: 'V',
  corners: 'C',
  move: 'D',
  point: 'P',
  line: 'L',
  polygon: 'A',
  rectangle: 'R',
  circle: 'O',
  hole: 'H',
  fill: 'F',
  split: 'S',
  measure: 'M',
};

/** Takes up the tool of the world, and puts the last one down before. */
export function useTools(world: World, canvas: Canvas): void {
  effect(() => {
    const tool = TOOLS[world.tool.value];
    return untracked(() => tool.start(world, canvas));
  });
  followCommands(world, canvas);
  followCrosshair(world, canvas);
}
