/** Strokes on a sheet of 24 by 24, one drawing for each tool and act. */
import type { ToolName } from '../state/world';
import type { CommandName } from '../tools/commands';

export const ICON: Readonly<Record<ToolName | CommandName, string>> = {
  select: 'M5 3l6 17 2.5-7 7-2.5z',
  corners: 'M5 7h10l4 11H8z M3 5h4v4H3z M13 5h4v4h-4z M17 16h4v4h-4z M6 16h4v4H6z',
  move: 'M12 3v18 M3 12h18 M9 6l3-3 3 3 M9 18l3 3 3-3 M6 9l-3 3 3 3 M18 9l3 3-3 3',
  point: 'M12 21s7-6.5 7-11a7 7 0 1 0-14 0c0 4.500 7 11 7 11z M12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  line: 'M4 18l6-9 5 5 5-9',
  polygon: 'M4 9l8-5 8 6-3 9H7z',
  rectangle: 'M4 6h16v12H4z',
  circle: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  hole: 'M4 5h16v14H4z M9 10h6v4H9z',
  fill: 'M4 5h16v14H4z M8 16l9-8 M8 12l5-4 M12 16l5-4',
  split: 'M4 6h16v12H4z M9 2l6 20',
  measure: 'M3 15l12-12 6 6-12 12z M7 11l2 2 M10 8l3 3 M13 5l2 2',
  merge: 'M3 7h8v10H3z M13 7h8v10h-8z M8 12h8 M13.500 9.500l2.500 2.500-2.500 2.500',
  clip: 'M7 2v15h15 M2 7h15v15 M10 14l4-4',
  cutAway: 'M3 3h11v11H3z M14 10h7v11H10v-7',
  snap: 'M4 4v16 M20 4v16h-9V4z M4 12h7 M8 9.500l3 2.500-3 2.500',
  copy: 'M8 8h12v12H8z M4 16V4h12',
  paste: 'M6 5h12v16H6z M9 3h6v4H9z M9 12h6 M9 16h4',
  crosshair: 'M12 2v7 M12 15v7 M2 12h7 M15 12h7 M12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
};
