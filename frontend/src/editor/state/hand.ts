/** What the planner's hand is doing: the corners of a drawing under way, an act that is asked for, the cross-hair. */
import { signal, type Signal } from '@preact/signals';

import type { Geometry, LonLat } from '../core/space';

/** A drawing under way, and what can be done to it without the mouse. */
export interface Sketch {
  readonly shape: 'Point' | 'LineString' | 'Polygon' | 'Circle';
  /** Those that were put down; without the one that follows the pointer. */
  readonly corners: readonly LonLat[];
  /** As it would be if the next corner were where the pointer is; null before the first one. */
  readonly geometry: Geometry | null;
  /** Corners taken back that can be put down again. */
  readonly undone: number;
  readonly add: (place: LonLat) => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
}

/** An act that could not be done, in words, and the way to try again with what was drawn. */
export interface Failed {
  readonly words: string;
  readonly again: () => void;
}

export type DialogName = 'merge' | 'clip' | 'paste';

export interface Hand {
  readonly sketch: Signal<Sketch | null>;
  readonly crosshair: Signal<boolean>;
  /** Whether a drawing follows the borders that it is led along. */
  readonly tracing: Signal<boolean>;
  readonly dialog: Signal<DialogName | null>;
  readonly failed: Signal<Failed | null>;
  /** While the server works something out. */
  readonly busy: Signal<boolean>;
  /** The kind of what is drawn next, by collection; the first attributes follow from it. */
  readonly kind: Signal<Readonly<Record<string, string>>>;
}

export function emptyHand(): Hand {
  return {
    sketch: signal<Sketch | null>(null),
    crosshair: signal(false),
    tracing: signal(true),
    dialog: signal<DialogName | null>(null),
    failed: signal<Failed | null>(null),
    busy: signal(false),
    kind: signal({}),
  };
}
