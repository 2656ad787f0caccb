/** All that the panels and the map show, as signals: each reads what it shows and is drawn anew when that changes. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';

import type { Conflict, Refusal } from '../api/changeset';
import type { Batch } from '../api/queue';
import type { Judgement } from '../checking/judging';
import { NO_FILTERS, type Filters } from '../core/filtering';
import {
  EMPTY,
  act,
  contentOf,
  edits,
  redo,
  undo,
  type Contents,
  type Edit,
  type Journal,
} from '../core/journal';
import { partsOf, type Content, type Geometry, type LonLat, type SpaceKey } from '../core/space';
import type { PageData, Rights } from '../page-data';
import type { View } from './address';
import type { Words } from '../words/words';
import { emptyHand, type Hand } from './hand';

export type ToolName =
  | 'select'
  | 'corners'
  | 'move'
  | 'point'
  | 'line'
  | 'polygon'
  | 'rectangle'
  | 'circle'
  | 'hole'
  | 'fill'
  | 'split'
  | 'measure';

/** The panels beside the map, one open at a time. */
export type PanelName = 'work' | 'layers' | 'checks' | 'review' | 'history';

export type Sync = 'loading' | 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed';

export interface LayerState {
  readonly id: string;
  readonly visible: boolean;
  readonly opacity: number;
  readonly locked: boolean;
}

/** A shape laid over the map to be looked at, drawn by what it is. */
export interface Drawn {
  readonly geometry: Geometry;
  readonly look: 'before' | 'after' | 'finding';
}

export interface World {
  readonly page: PageData;
  readonly words: Words;
  readonly journal: Signal<Journal>;
  readonly edits: ReadonlySignal<readonly Edit[]>;
  readonly selection: Signal<readonly SpaceKey[]>;
  readonly panel: Signal<PanelName>;
  /** Whether the panel is out of the way of the map. */
  readonly folded: Signal<boolean>;
  /** What waits in a panel: findings, proposals. */
  readonly waiting: Signal<Readonly<Partial<Record<PanelName, number>>>>;
  readonly tool: Signal<ToolName>;
  readonly hand: Hand;
  /** The collection that a new drawing goes to. */
  readonly target: Signal<string>;
  readonly layers: Signal<readonly LayerState[]>;
  readonly filters: Signal<Filters>;
  /** Whether a shared corner moves every zone that meets there. */
  readonly together: Signal<boolean>;
  readonly pointer: Signal<LonLat | null>;
  readonly view: Signal<View | null>;
  readonly sync: Signal<Sync>;
  readonly comment: Signal<string>;
  /** The token that a write of this session carries; a new log-in brings a new one. */
  readonly csrf: Signal<string>;
  readonly rights: Signal<Rights>;
  /** Changesets that wait: for the server, or for a log-in. */
  readonly queue: Signal<readonly Batch[]>;
  readonly conflicts: Signal<readonly Conflict[]>;
  readonly refusals: Signal<readonly Refusal[]>;
  readonly signedOut: Signal<boolean>;
  /** What the server says of the changed spaces. */
  readonly judgements: Signal<ReadonlyMap<SpaceKey, Judgement>>;
  readonly drawn: Signal<readonly Drawn[]>;
  /** What was said last, for the eye and for the screen reader. */
  readonly notice: Signal<string>;
}

export function createWorld(page: PageData, words: Words): World {
  const journal = signal(EMPTY);
  return {
    page,
    words,
    journal,
    edits: computed(() => edits(journal.value)),
    selection: signal<readonly SpaceKey[]>([]),
    panel: signal<PanelName>('work'),
    folded: signal(false),
    waiting: signal({}),
    tool: signal<ToolName>('select'),
    hand: emptyHand(),
    target: signal('urban-design-zones'),
    layers: signal(page.collections.map(({ id }) => ({ id, visible: true, opacity: 1, locked: false }))),
    filters: signal(NO_FILTERS),
    together: signal(true),
    pointer: signal<LonLat | null>(null),
    view: signal<View | null>(null),
    sync: signal<Sync>('loading'),
    comment: signal(''),
    notice: signal(''),
    csrf: signal(page.csrf),
    rights: signal(page.rights),
    queue: signal<readonly Batch[]>([]),
    conflicts: signal<readonly Conflict[]>([]),
    refusals: signal<readonly Refusal[]>([]),
    signedOut: signal(false),
    judgements: signal<ReadonlyMap<SpaceKey, Judgement>>(new Map()),
    drawn: signal<readonly Drawn[]>([]),
  };
}

export function find(world: World, key: SpaceKey): Content | null {
  return contentOf(world.journal.value, key);
}

/** Everything a planner does passes here, so that everything can be undone. */
export function perform(world: World, label: string, after: Contents): void {
  arrive(world, act(world.journal.value, label, after));
}

export function undoLast(world: World): void {
  const step = world.journal.value.done.at(-1);
  if (step) arrive(world, undo(world.journal.value), world.words.undone(step.label));
}

export function redoNext(world: World): void {
  const step = world.journal.value.undone.at(-1);
  if (step) arrive(world, redo(world.journal.value), world.words.redone(step.label));
}

/** The world with another journal: newly loaded, restored or saved. */
export function arrive(world: World, journal: Journal, notice = ''): void {
  world.journal.value = journal;
  world.selection.value = world.selection.value.filter((key) => contentOf(journal, key));
  if (world.sync.value !== 'offline' && world.sync.value !== 'saving')
    world.sync.value = journal.changed.size ? 'unsaved' : 'saved';
  if (notice) world.notice.value = notice;
}

export function changeLayer(world: World, id: string, change: Partial<LayerState>): void {
  world.layers.value = world.layers.value.map((layer) => (layer.id === id ? { ...layer, ...change } : layer));
}

export function layerOf(world: World, id: string): LayerState | undefined {
  return world.layers.value.find((layer) => layer.id === id);
}

/** What people call a space, also one that is to be deleted; a drawing without a name is a new space. */
export function nameOf(world: World, key: SpaceKey): string {
  const content = find(world, key) ?? world.journal.value.stored.get(key)?.content;
  const { name_th, name_en } = content?.properties ?? {};
  const names = world.page.language === 'th' ? [name_th, name_en] : [name_en, name_th];
  const name = names.find((each) => typeof each === 'string' && each.trim() !== '');
  if (typeof name === 'string') return name;
  return world.journal.value.stored.has(key) ? partsOf(key).id : world.words.newSpace;
}
