/** Drawing a new space, or measuring. What is drawn goes into the journal, is selected, and its form opens. */
import Draw, { createBox } from 'ol/interaction/Draw.js';
import VectorSource from 'ol/source/Vector.js';

import { joined } from '../core/joining';
import { paths } from '../core/grid';
import { keyOf, type Content, type Geometry, type Properties, type SpaceKey } from '../core/space';
import { template } from '../core/templates';
import { tidied } from '../core/tidying';
import type { Canvas } from '../map/canvas';
import { find, perform, type World } from '../state/world';
import { geometryOf, midway, sketching } from './sketching';
import { editable } from './select';
import { snapping } from './snapping';
import { isTyping } from './typing';
import type { Tool } from './tool';

type Shape = 'Point' | 'LineString' | 'Polygon' | 'Circle';
type Done = (world: World, geometry: Geometry, canvas: Canvas) => void;

/** A tool that draws a shape and hands it over in degrees. */
export function drawing(type: Shape, done: Done, box = false): Tool {
  return {
    start(world, canvas) {
      const { map } = canvas;
      const draw = new Draw({
        type,
        trace: () => world.hand.tracing.value && type !== 'Point' && type !== 'Circle',
        traceSource: canvas.features.sources.get(world.target.value) ?? new VectorSource(),
        stopClick: true,
        ...(box ? { geometryFunction: createBox() } : {}),
      });
      const stop = sketching(world, draw, type, (place) => {
        done(world, { type: 'Point', coordinates: place }, canvas);
      });
      draw.on('drawend', ({ feature }) => {
        done(world, tidied(geometryOf(feature)), canvas);
      });
      map.addInteraction(draw);
      const unsnap = snapping(world, canvas);
      const keys = (event: KeyboardEvent) => {
        if (isTyping(event.target) || !midway(world, event)) return;
        event.preventDefault();
        event.stopPropagation();
      };
      document.addEventListener('keydown', keys, { capture: true });
      return () => {
        document.removeEventListener('keydown', keys, { capture: true });
        unsnap();
        map.removeInteraction(draw);
        stop();
      };
    },
  };
}

/** A new space of the target collection, with what is known of it; neighbours whose edges it lies on get its corners. */
export function addSpace(world: World, geometry: Geometry, canvas: Canvas, known: Properties = {}): void {
  const key = freshKey(world, world.target.value);
  const kind = world.hand.kind.value[world.target.value] ?? '';
  const content: Content = {
    geometry: fitting(world, geometry),
    properties: { ...template(world.target.value, kind), ...known },
  };
  const around = world.together.value ? besides(world, content.geometry, canvas) : [];
  perform(world, world.words.step.draw, new Map([...around, [key, content]]));
  world.selection.value = [key];
  world.panel.value = 'work';
  world.tool.value = 'select';
}

/** Neighbours of the same collection with the corners that lie on their edges. */
function besides(world: World, geometry: Geometry, canvas: Canvas): [SpaceKey, Content][] {
  if (geometry.type === 'Point') return [];
  const places = paths(geometry).flat();
  return canvas.features.near(world.target.value, geometry).flatMap((key): [SpaceKey, Content][] => {
    const content = find(world, key);
    if (!content || !editable(world, key)) return [];
    const followed = joined(content.geometry, places);
    return followed === content.geometry ? [] : [[key, { ...content, geometry: followed }]];
  });
}

/** Areas are stored as multipolygons: a zone may have several parts. */
function fitting(world: World, geometry: Geometry): Geometry {
  const info = world.page.collections.find(({ id }) => id === world.target.value);
  const single = geometry.type === 'Polygon' && !info?.geometry_types.includes('Polygon');
  return single ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry;
}

/** Ids that the server replaces by one made from the name; each call gives another. */
export function freshKeys(world: World): (collection: string) => SpaceKey {
  let n = 0;
  return (collection) => {
    do n += 1;
    while (
      find(world, keyOf(collection, `new-${n}`)) ||
      world.journal.value.changed.has(keyOf(collection, `new-${n}`))
    );
    return keyOf(collection, `new-${n}`);
  };
}

/** One of them. */
export function freshKey(world: World, collection: string): SpaceKey {
  return freshKeys(world)(collection);
}

const add: Done = (world, geometry, canvas) => {
  addSpace(world, geometry, canvas);
};

export const point = drawing('Point', add);
export const line = drawing('LineString', add);
export const polygon = drawing('Polygon', add);
export const rectangle = drawing('Circle', add, true);
export const circle = drawing('Circle', add);
