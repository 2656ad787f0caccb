/** The backdrops of this window, made once; files are dropped on the map or chosen in the panel. */
import { signal } from '@preact/signals';

import type { Canvas } from '../map/canvas';
import type { World } from '../state/world';
import { BadFile, type FaultCode } from './backdrop';
import { Backdrops } from './backdrops';
import type { Crs } from './crs';

/** An image that does not say what it is in: somebody has to. */
export interface Question {
  readonly name: string;
  readonly answer: (crs: Crs | null) => void;
}

export const question = signal<Question | null>(null);
export const fault = signal<{
  readonly code: FaultCode;
  readonly file: string;
  readonly detail: string;
} | null>(null);
export const reading = signal(false);
let made: Promise<Backdrops> | undefined;

export function backdropsOf(world: World, canvas: Canvas): Promise<Backdrops> {
  made ??= begin(world, canvas);
  return made;
}

async function begin(world: World, { map, under, palette }: Canvas): Promise<Backdrops> {
  const backdrops = new Backdrops(world.page.user?.login ?? '', { map, under, palette });
  await backdrops.start(world.page.backdrops ?? []);
  return backdrops;
}

/** Reads the files and shows where they lie; what is wrong with them is said, and nothing changes. */
export async function take(world: World, canvas: Canvas, files: readonly File[]): Promise<void> {
  if (!files.length || reading.value) return;
  const backdrops = await backdropsOf(world, canvas);
  [fault.value, reading.value] = [null, true];
  try {
    const ids = await backdrops.add(files, world.page.user?.login ?? '', asking);
    const last = ids.at(-1);
    if (last) backdrops.zoomTo(last);
    if (ids.length) world.notice.value = world.words.backdrop.added(ids.length);
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    fault.value = { code: error.code, file: error.file, detail: error.detail };
  } finally {
    reading.value = false;
  }
}

function asking(name: string): Promise<Crs | null> {
  return new Promise((resolve) => {
    question.value = {
      name,
      answer: (crs) => {
        question.value = null;
        resolve(crs);
      },
    };
  });
}
