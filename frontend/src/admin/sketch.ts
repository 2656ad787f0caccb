import Feature from 'ol/Feature.js';
import type OlMap from 'ol/Map.js';
import { createEmpty, extend, type Extent } from 'ol/extent.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import type Geometry from 'ol/geom/Geometry.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import Point from 'ol/geom/Point.js';
import Polygon, { circular } from 'ol/geom/Polygon.js';
import Draw from 'ol/interaction/Draw.js';
import Modify from 'ol/interaction/Modify.js';
import Snap from 'ol/interaction/Snap.js';
import VectorLayer from 'ol/layer/Vector.js';
import { toLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { faded, type Palette } from '../map/palette';
import type { Shape } from './geometry-text';

export type Tool = 'Point' | 'LineString' | 'Polygon' | 'part';

const GEOJSON = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' });
const CIRCLE_CORNERS = 64;

/** The one geometry of a form, on a map: shown, drawn anew, or changed by its vertices. */
export class Sketch {
  readonly source = new VectorSource();
  private readonly circle = new VectorSource();
  private drawing: Draw | undefined;
  private snap: Snap | undefined;

  constructor(
    private readonly map: OlMap,
    palette: Palette,
    private readonly changed: (shape: Shape) => void,
  ) {
    map.addLayer(new VectorLayer({ source: this.circle, style: circleStyle(palette) }));
    map.addLayer(new VectorLayer({ source: this.source, style: shapeStyle(palette) }));
    const modify = new Modify({ source: this.source });
    modify.on('modifyend', () => {
      this.tell();
    });
    map.addInteraction(modify);
  }

  get geometry(): Geometry | undefined {
    return this.source.getFeatures()[0]?.getGeometry();
  }

  /** All there is to see, the circle of the accuracy with it. */
  get extent(): Extent | undefined {
    if (!this.geometry) return undefined;
    const whole = extend(createEmpty(), this.geometry.getExtent());
    return extend(whole, this.circle.getExtent() ?? whole);
  }

  show(shape: Shape | undefined): void {
    this.source.clear();
    const geometry = shape && GEOJSON.readGeometry(shape);
    if (geometry) this.source.addFeature(new Feature(geometry));
  }

  /** How far the position may be off, as a true circle of metres around a point. */
  showAccuracy(metres: number): void {
    this.circle.clear();
    const geometry = this.geometry;
    if (!(geometry instanceof Point) || !(metres > 0)) return;
    const around = circular(toLonLat(geometry.getCoordinates()), metres, CIRCLE_CORNERS);
    this.circle.addFeature(new Feature(around.transform('EPSG:4326', 'EPSG:3857')));
  }

  draw(tool: Tool, finished: () => void): void {
    this.stop();
    this.drawing = new Draw({ type: tool === 'part' ? 'Polygon' : tool });
    this.drawing.on('drawend', (event) => {
      this.replace(event.feature.getGeometry(), tool);
      this.stop();
      finished();
    });
    this.map.addInteraction(this.drawing);
    this.snap = new Snap({ source: this.source }); // last of all, or it snaps nothing
    this.map.addInteraction(this.snap);
  }

  stop(): void {
    if (this.drawing) this.map.removeInteraction(this.drawing);
    if (this.snap) this.map.removeInteraction(this.snap);
    this.drawing = this.snap = undefined;
  }

  private replace(drawn: Geometry | undefined, tool: Tool): void {
    if (!drawn) return;
    const whole = tool === 'part' && drawn instanceof Polygon ? joined(this.geometry, drawn) : drawn;
    this.source.clear();
    this.source.addFeature(new Feature(whole));
    this.tell();
  }

  private tell(): void {
    if (this.geometry) this.changed(GEOJSON.writeGeometryObject(this.geometry) as Shape);
  }
}

function joined(geometry: Geometry | undefined, part: Polygon): MultiPolygon {
  if (geometry instanceof MultiPolygon) return new MultiPolygon([...geometry.getPolygons(), part]);
  return new MultiPolygon(geometry instanceof Polygon ? [geometry, part] : [part]);
}

function shapeStyle(palette: Palette): Style {
  return new Style({
    fill: new Fill({ color: faded(palette.accent, 0.18) }),
    stroke: new Stroke({ color: palette.accent, width: 3 }),
    image: new CircleStyle({
      radius: 8,
      fill: new Fill({ color: palette.accent }),
      stroke: new Stroke({ color: palette.onAccent, width: 3 }),
    }),
  });
}

function circleStyle(palette: Palette): Style {
  return new Style({
    fill: new Fill({ color: faded(palette.accent, 0.08) }),
    stroke: new Stroke({ color: palette.accent, width: 1.5, lineDash: [6, 6] }),
  });
}
