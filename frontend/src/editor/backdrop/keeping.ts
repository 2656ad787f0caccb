/** Backdrops of one person in this browser (IndexedDB): the files, and in which order and how strongly they are seen. */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

import type { Kept, Sight } from './backdrop';

export interface Arrangement {
  /** Ids from the lowest to the uppermost. */
  readonly order: readonly string[];
  readonly sights: Readonly<Record<string, Sight>>;
}

const NOTHING: Arrangement = { order: [], sights: {} };

export class BackdropStore {
  private readonly files: UseStore = createStore('learning-map-backdrops', 'files');

  constructor(private readonly user: string) {}

  async all(): Promise<Kept[]> {
    const found = await entries<string, Kept>(this.files);
    return found.map(([, kept]) => kept).filter(({ user }) => user === this.user);
  }

  keep(kept: Kept): Promise<void> {
    return set(kept.id, kept, this.files);
  }

  forget(id: string): Promise<void> {
    return del(id, this.files);
  }

  arrangement(): Arrangement {
    try {
      return {
        ...NOTHING,
        ...(JSON.parse(localStorage.getItem(this.place) ?? '{}') as Partial<Arrangement>),
      };
    } catch {
      return NOTHING;
    }
  }

  arrange(arrangement: Arrangement): void {
    localStorage.setItem(this.place, JSON.stringify(arrangement));
  }

  private get place(): string {
    return `learning-map-backdrops:${this.user}`;
  }
}
