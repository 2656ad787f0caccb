/** Drawing a new space, or measuring. What is drawn goes into the journal, is selected, and its form opens. */
import type Feature from 'ol/Feature.js';
import Draw, { createBox } from 'ol/interaction/Draw.js';
import type OlGeometry from 'ol/geom/Geometry.js';
import Circle from 'ol/geom/Circle.js';
import { fromCircle } from 'ol/geom/Polygon.js';
import VectorSource from 'ol/source/Vector.js';

import { keyOf, type Content, type Geometry, type Properties, type SpaceKey } from '../core/space';
import { fromMap } from '../map/features';
import { find, perform, type World } from '../state/world';
import { snapping } from './snapping';
import type { Tool } from './tool';

const CIRCLE_CORNERS = 48;
type Shape = 'Point' | 'LineString' | 'Polygon' | 'Circle';

/** A tool that draws a shape and hands it over in degrees. */
export function drawing(type: Shape, done: (world: World, geometry: Geometry) => void, box = false): Tool {
  return {
    start(world, canvas) {
      const { map } = canvas;
      const draw = new Draw({
        type,
        trace: type === 'Polygon' || type === 'LineString',
        traceSource: canvas.features.sources.get(world.target.value) ?? new VectorSource(),
        stopClick: true,
        ...(box ? { geometryFunction: createBox() } : {}),
      });
      draw.on('drawend', ({ feature }) => {
        done(world, fromMap(plain(feature)));
      });
      map.addInteraction(draw);
      const unsnap = snapping(world, canvas);
      const keys = (event: KeyboardEvent) => {
        midway(event, draw);
      };
      document.addEventListener('keydown', keys, { capture: true });
      return () => {
        document.removeEventListener('keydown', keys, { capture: true });
        unsnap();
        map.removeInteraction(draw);
      };
    },
  };
}

/** Escape leaves the drawing; Backspace and Ctrl+Z take the last corner back. */
function midway(event: KeyboardEvent, draw: Draw): void {
  const back = event.key === 'Backspace' || (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey));
  const underWay = draw.getOverlay().getSource()?.getFeatures().length;
  if (!underWay || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
    return;
  if (event.key === 'Escape') draw.abortDrawing();
  else if (back) draw.removeLastPoint();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function plain(feature: Feature): OlGeometry {
  const geometry = feature.getGeometry();
  if (!geometry) throw new Error('nothing was drawn');
  return geometry instanceof Circle ? fromCircle(geometry, CIRCLE_CORNERS) : geometry;
}

/** A new space of the target collection, with what is known of it. */
export function addSpace(world: World, geometry: Geometry, known: Properties = {}): void {
  const key = freshKey(world, world.target.value);
  const content: Content = {
    geometry: fitting(world, geometry),
    properties: { name_th: '', name_en: '', status: 'draft', ...known },
  };
  perform(world, world.words.step.draw, new Map([[key, content]]));
  world.selection.value = [key];
  world.tool.value = 'select';
}

/** Areas are stored as multipolygons: a zone may have several parts. */
function fitting(world: World, geometry: Geometry): Geometry {
  const info = world.page.collections.find(({ id }) => id === world.target.value);
  const single = geometry.type === 'Polygon' && !info?.geometry_types.includes('Polygon');
  return single ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry;
}

/** An id that the server replaces by one made from the name. */
export function freshKey(world: World, collection: string): SpaceKey {
  let n = 1;
  while (find(world, keyOf(collection, `new-${n}`))) n += 1;
  return keyOf(collection, `new-${n}`);
}

export const point = drawing('Point', addSpace);
export const line = drawing('LineString', addSpace);
export const polygon = drawing('Polygon', addSpace);
export const rectangle = drawing('Circle', addSpace, true);
export const circle = drawing('Circle', addSpace);
