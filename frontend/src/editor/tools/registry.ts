/** Every tool by its name; the map does what the one in `world.tool` says. */
import { effect } from '@preact/signals';

import type { Canvas } from '../map/canvas';
import type { ToolName, World } from '../state/world';
import { corners } from './corners';
import { circle, line, point, polygon, rectangle } from './draw';
import { hole } from './hole';
import { measuring } from './measure';
import { select } from './select';
import type { Tool } from './tool';

export const TOOLS: Readonly<Record<ToolName, Tool>> = {
  select,
  corners,
  point,
  line,
  polygon,
  rectangle,
  circle,
  hole,
  measure: measuring,
};

/** The key of each of the most used tools: letters stand for the same key in both layouts (`event.code`). */
export const KEYS: Readonly<Partial<Record<ToolName, string>>> = {
  select: 'V',
  corners: 'C',
  point: 'P',
  line: 'L',
  polygon: 'A',
  rectangle: 'R',
  hole: 'H',
  measure: 'M',
};

/** Takes up the tool of the world, and puts the last one down before. */
export function useTools(world: World, canvas: Canvas): void {
  effect(() => TOOLS[world.tool.value].start(world, canvas));
}
