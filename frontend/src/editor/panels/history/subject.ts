/** What the history panel is about, kept while another panel is open. */
import { signal } from '@preact/signals';

import type { SpaceKey } from '../../core/space';

export type Part = 'space' | 'recent' | 'day';

export const part = signal<Part>('space');
export const subject = signal<SpaceKey | null>(null);
