/**
 * Snapping to corners, edges and crossings of what is shown, with a dot that says to what. Alt lets go while it is held.
 *
 * Always added last, or others would act on the place before it was snapped.
 */
import Collection from 'ol/Collection.js';
import type Feature from 'ol/Feature.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import { containsCoordinate } from 'ol/extent.js';
import SimpleGeometry from 'ol/geom/SimpleGeometry.js';
import type { SnapEvent } from 'ol/events/SnapEvent.js';
import Snap from 'ol/interaction/Snap.js';

import type { SpaceKey } from '../core/space';
import type { Canvas } from '../map/canvas';
import { SnapDot, type SnapKind } from '../map/snap-dot';
import { nameOf, type World } from '../state/world';

const PIXELS = 10;
const PIXELS_TOUCH = 18;
const MOST_WITH_CROSSINGS = 500; // every pair of edges is looked at
const MOST = 5000;
const TOUCHING_M = 1e-6;

export function snapping(world: World, canvas: Canvas): () => void {
  const { map } = canvas;
  const near = new Collection<Feature>(shown(world, canvas));
  const snap = new Snap({
    features: near,
    pixelTolerance: matchMedia('(pointer: coarse)').matches ? PIXELS_TOUCH : PIXELS,
    vertex: true,
    edge: true,
    intersection: near.getLength() < MOST_WITH_CROSSINGS,
  });
  const dot = new SnapDot(map, canvas.palette);
  snap.on('snap', (event) => {
    const found = described(world, near.getArray(), event);
    if (!found) return;
    dot.show(event.vertex, found.kind, found.words);
    if (world.notice.value !== found.words) world.notice.value = found.words;
  });
  snap.on('unsnap', () => {
    dot.hide();
  });
  const lookAround = () => {
    refill(near, shown(world, canvas));
  };
  const release = releasing(world, snap, dot);
  map.on('moveend', lookAround);
  map.on('pointermove', release.byPointer);
  document.addEventListener('keydown', release.byKey);
  document.addEventListener('keyup', release.byKey);
  map.addInteraction(snap);
  return () => {
    map.un('moveend', lookAround);
    map.un('pointermove', release.byPointer);
    document.removeEventListener('keydown', release.byKey);
    document.removeEventListener('keyup', release.byKey);
    map.removeInteraction(snap);
    dot.remove();
  };
}

/** What lies in the window, of the layers that are to be seen; nothing where that is too much to look through. */
function shown(world: World, { map, features }: Canvas): Feature[] {
  const extent = map.getView().calculateExtent(map.getSize());
  const ids = world.layers.value.filter((layer) => layer.visible).map((layer) => layer.id);
  const found = ids.flatMap((id) => features.sources.get(id)?.getFeaturesInExtent(extent) ?? []);
  return found.length > MOST ? [] : found;
}

/** Only what came or went: what stays is not looked through anew. */
function refill(near: Collection<Feature>, wanted: readonly Feature[]): void {
  const [before, after] = [new Set(near.getArray()), new Set(wanted)];
  for (const feature of before) if (!after.has(feature)) near.remove(feature);
  for (const feature of after) if (!before.has(feature)) near.push(feature);
}

/** Alt held: the event of the pointer says so too, for the key may be pressed or let go in another window. */
function releasing(world: World, snap: Snap, dot: SnapDot) {
  const hold = (free: boolean) => {
    if (snap.getActive() !== free) return;
    snap.setActive(!free);
    if (!free) return;
    dot.hide();
    world.notice.value = world.words.acts.snapOff;
  };
  return {
    byPointer: ({ originalEvent }: MapBrowserEvent) => {
      hold(originalEvent.altKey);
    },
    byKey: (event: KeyboardEvent) => {
      if (event.key === 'Alt') hold(event.type === 'keydown');
    },
  };
}

function described(
  world: World,
  near: readonly Feature[],
  { vertex, feature, segment }: SnapEvent,
): { kind: SnapKind; words: string } | null {
  const name = nameOfFeature(world, feature);
  if (!name) return null;
  if (segment) return { kind: 'edge', words: world.words.snapped('edge', name) };
  if (isCorner(feature, vertex)) return { kind: 'corner', words: world.words.snapped('corner', name) };
  const other = near.find((each) => each !== feature && touches(each, vertex));
  const both = [name, other ? nameOfFeature(world, other) : name] as const;
  return { kind: 'crossing', words: world.words.acts.onCrossing(...both) };
}

function nameOfFeature(world: World, feature: Feature): string {
  const key = feature.get('key') as SpaceKey | undefined;
  return key ? nameOf(world, key) : '';
}

function isCorner(feature: Feature, [x, y]: readonly number[]): boolean {
  const geometry = feature.getGeometry();
  const flat = geometry instanceof SimpleGeometry ? geometry.getFlatCoordinates() : [];
  return flat.some((value, n) => n % 2 === 0 && value === x && flat[n + 1] === y);
}

function touches(feature: Feature, vertex: number[]): boolean {
  const geometry = feature.getGeometry();
  if (!geometry || !containsCoordinate(geometry.getExtent(), vertex)) return false;
  const [x = NaN, y = NaN] = geometry.getClosestPoint(vertex);
  return Math.hypot(x - (vertex[0] ?? 0), y - (vertex[1] ?? 0)) < TOUCHING_M;
}
