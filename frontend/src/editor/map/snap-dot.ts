/** The dot where the pointer has snapped, and the words beside it that say to what. */
import Feature from 'ol/Feature.js';
import type OlMap from 'ol/Map.js';
import type { Coordinate } from 'ol/coordinate.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import { label } from '../../map/markers';
import type { Palette } from '../../map/palette';

export type SnapKind = 'corner' | 'edge' | 'crossing';

const ABOVE_PX = -20;

export class SnapDot {
  private readonly source = new VectorSource();
  private readonly layer = new VectorLayer({ source: this.source, zIndex: 20 });

  constructor(
    private readonly map: OlMap,
    private readonly palette: () => Palette,
  ) {
    map.addLayer(this.layer);
  }

  show(at: Coordinate, kind: SnapKind, words: string): void {
    const dot = new Feature(new Point(at));
    dot.setStyle(look(kind, words, this.palette()));
    this.source.clear(true);
    this.source.addFeature(dot);
  }

  hide(): void {
    this.source.clear();
  }

  remove(): void {
    this.map.removeLayer(this.layer);
  }
}

/** A corner is round, an edge a square, a crossing a cross: told apart without colour. */
function look(kind: SnapKind, words: string, palette: Palette): Style {
  const fill = new Fill({ color: palette.accent });
  const stroke = new Stroke({ color: palette.surface, width: 2 });
  const images = {
    corner: () => new CircleStyle({ radius: 7, fill, stroke }),
    edge: () => new RegularShape({ points: 4, angle: Math.PI / 4, radius: 8, fill, stroke }),
    crossing: () => new RegularShape({ points: 4, angle: Math.PI / 4, radius: 10, radius2: 3, fill, stroke }),
  };
  return new Style({ image: images[kind](), text: label(words, palette, ABOVE_PX, 12) });
}
