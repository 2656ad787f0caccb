/** A drawing under way, told to the world: its corners can be taken back, put down again and typed, also mid-way. */
import type Feature from 'ol/Feature.js';
import Circle from 'ol/geom/Circle.js';
import { fromCircle } from 'ol/geom/Polygon.js';
import type OlGeometry from 'ol/geom/Geometry.js';
import type Draw from 'ol/interaction/Draw.js';
import { fromLonLat } from 'ol/proj.js';

import { paths } from '../core/grid';
import type { Geometry, LonLat } from '../core/space';
import { fromMap } from '../map/features';
import type { Sketch } from '../state/hand';
import type { World } from '../state/world';

const CIRCLE_CORNERS = 48;
const LEAST: Readonly<Record<Sketch['shape'], number>> = { Point: 1, LineString: 2, Polygon: 3, Circle: 2 };

/** Follows a drawing from its first corner to its last, again and again. `placed` takes a point that was typed. */
export function sketching(
  world: World,
  draw: Draw,
  shape: Sketch['shape'],
  placed: (place: LonLat) => void,
): () => void {
  let corners: readonly LonLat[] = [];
  let undone: readonly LonLat[] = [];
  let leading = false; // a corner that comes from here is not the planner's next one
  const { sketch } = world.hand;
  const put = (places: readonly LonLat[]) => {
    leading = true;
    draw.appendCoordinates(places.map((place) => fromLonLat([...place])));
    leading = false;
  };
  const show = (geometry: Geometry | null) => {
    sketch.value = { shape, corners, geometry, undone: undone.length, add, back, forward, finish, cancel };
  };
  const add = (place: LonLat) => {
    if (shape === 'Point') placed(place);
    else if (shape !== 'Circle') {
      undone = [];
      put([place]);
    }
  };
  const back = () => {
    const last = corners.at(-1);
    if (!last) return;
    undone = shape === 'Circle' ? [] : [...undone, last];
    draw.removeLastPoint();
  };
  const forward = () => {
    const last = undone.at(-1);
    if (!last) return;
    undone = undone.slice(0, -1);
    put([last]);
  };
  const finish = () => {
    if (corners.length >= LEAST[shape]) draw.finishDrawing();
    else world.notice.value = world.words.acts.tooFew(LEAST[shape]);
  };
  const cancel = () => {
    undone = [];
    draw.abortDrawing();
    show(null);
  };
  const over = () => {
    corners = [];
    show(null);
  };
  draw.on('drawstart', ({ feature }) => {
    const follow = () => {
      const geometry = geometryOf(feature);
      const now = putDown(geometry, shape);
      if (now.length > corners.length && !leading) undone = [];
      corners = now;
      show(geometry);
    };
    feature.on('change', follow);
    follow();
  });
  draw.on('drawabort', over);
  draw.on('drawend', () => {
    undone = [];
    over();
  });
  show(null);
  return () => {
    sketch.value = null;
  };
}

/** What is drawn, in degrees; a circle as a ring of corners. */
export function geometryOf(feature: Feature): Geometry {
  const geometry: OlGeometry | undefined = feature.getGeometry();
  if (!geometry) throw new Error('nothing was drawn');
  return fromMap(geometry instanceof Circle ? fromCircle(geometry, CIRCLE_CORNERS) : geometry);
}

/** The last corner follows the pointer, and a ring is closed: neither was put down. */
function putDown(geometry: Geometry, shape: Sketch['shape']): readonly LonLat[] {
  const [path = []] = paths(geometry);
  if (shape === 'Circle') return path.slice(0, 1);
  if (geometry.type !== 'Polygon') return path.slice(0, -1);
  return path.length === 2 ? path.slice(0, 1) : path.slice(0, -2); // closed only from its second corner on
}

/** Keys that belong to a drawing while one is under way; true if this was one. */
export function midway(world: World, event: KeyboardEvent): boolean {
  const sketch = world.hand.sketch.value;
  if (!sketch) return false;
  const control = event.ctrlKey || event.metaKey;
  const [under, undone] = [sketch.corners.length > 0, sketch.undone > 0];
  const again = control && (event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey));
  if (again) return undone && did(sketch.forward);
  if (!under) return false;
  if (event.key === 'Escape') return did(sketch.cancel);
  if (event.key === 'Backspace' || (control && event.code === 'KeyZ')) return did(sketch.back);
  if (event.key === 'Enter' && (control || !world.hand.crosshair.value)) return did(sketch.finish);
  return false;
}

function did(act: () => void): true {
  act();
  return true;
}
