/** All backdrops of the editor: what this browser keeps and what the operator offers, as layers in their order. */
import { effect, signal, type Signal } from '@preact/signals';
import type LayerGroup from 'ol/layer/Group.js';
import type OlMap from 'ol/Map.js';

import type { Palette } from '../../map/palette';
import { BadFile, type Kept, type Offered, type Sight } from './backdrop';
import { BackdropStore } from './keeping';
import { layerOf, offeredLayer, type Drawn } from './layers';
import { readFiles, type AskCrs } from './reading';

export interface Backdrop extends Sight {
  readonly id: string;
  readonly name: string;
  readonly attribution: string;
  /** Whether it is a file of this browser, which can be removed. */
  readonly own: boolean;
}

export interface Place {
  readonly map: OlMap;
  readonly under: LayerGroup;
  readonly palette: () => Palette;
}

export class Backdrops {
  /** From the lowest to the uppermost. */
  readonly list: Signal<readonly Backdrop[]> = signal([]);
  private readonly drawn = new Map<string, Drawn>();
  private readonly store: BackdropStore;

  constructor(
    user: string,
    private readonly place: Place,
  ) {
    this.store = new BackdropStore(user);
  }

  /** Brings back what was there last time; what the operator offers is off until somebody switches it on. */
  async start(offered: readonly Offered[]): Promise<void> {
    const { order, sights } = this.store.arrangement();
    const seen = (id: string, visible: boolean) => sights[id] ?? { visible, opacity: 1 };
    const theirs = offered.map(({ id, title, attribution }) => ({
      ...{ id, name: title, attribution, own: false },
      ...seen(id, false),
    }));
    for (const each of offered) this.drawn.set(each.id, offeredLayer(each));
    const kept = await this.store.all();
    for (const { id, content } of kept) this.drawn.set(id, layerOf(content, this.place.palette));
    const own = kept.map((each) => ({ ...entryOf(each), ...seen(each.id, true) }));
    const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    this.list.value = [...theirs, ...own].sort((one, other) => rank(one.id) - rank(other.id));
    effect(() => {
      this.show(this.list.value);
    });
  }

  /** Takes all of the files or none. Throws BadFile. The ids of the new backdrops. */
  async add(files: readonly File[], user: string, ask: AskCrs): Promise<string[]> {
    const read = await readFiles(files, ask);
    const fresh: Kept[] = read.map(({ name, content }) => ({ id: crypto.randomUUID(), user, name, content }));
    const drawn = fresh.map(({ content }) => layerOf(content, this.place.palette));
    for (const [n, kept] of fresh.entries()) {
      await this.store.keep(kept).catch(() => {
        throw new BadFile('not-kept', kept.name);
      });
      if (drawn[n]) this.drawn.set(kept.id, drawn[n]);
    }
    const entries = fresh.map((kept) => ({ ...entryOf(kept), visible: true, opacity: 1 }));
    this.arrange([...this.list.value, ...entries]);
    return fresh.map(({ id }) => id);
  }

  change(id: string, sight: Partial<Sight>): void {
    this.arrange(this.list.value.map((each) => (each.id === id ? { ...each, ...sight } : each)));
  }

  /** One step up (1) or down (-1). */
  move(id: string, by: 1 | -1): void {
    const list = [...this.list.value];
    const at = list.findIndex((each) => each.id === id);
    const [one, other] = [list[at], list[at + by]];
    if (!one || !other) return;
    [list[at], list[at + by]] = [other, one];
    this.arrange(list);
  }

  async remove(id: string): Promise<void> {
    await this.store.forget(id);
    this.arrange(this.list.value.filter((each) => each.id !== id));
    this.drawn.delete(id);
  }

  zoomTo(id: string): void {
    const extent = this.drawn.get(id)?.extent;
    if (extent) this.place.map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 19 });
  }

  hasPlace(id: string): boolean {
    return Boolean(this.drawn.get(id)?.extent);
  }

  private arrange(list: readonly Backdrop[]): void {
    this.list.value = list;
    const sights = Object.fromEntries(
      list.map(({ id, visible, opacity }) => [id, { visible, opacity }] as const),
    );
    this.store.arrange({ order: list.map(({ id }) => id), sights });
  }

  private show(list: readonly Backdrop[]): void {
    const layers = this.place.under.getLayers();
    layers.clear();
    for (const { id, visible, opacity } of list) {
      const layer = this.drawn.get(id)?.layer;
      if (!layer) continue;
      layer.setVisible(visible);
      layer.setOpacity(opacity);
      layers.push(layer);
    }
  }
}

function entryOf({ id, name }: Kept): Pick<Backdrop, 'id' | 'name' | 'attribution' | 'own'> {
  return { id, name, attribution: '', own: true };
}
