import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';

import { faded, type Palette } from './palette';

const MARKER_RADIUS = 15;
const SIDE_BY_SIDE_PX = 28;

/** The numbered disc of a stop; `beside` shifts it when earlier stops stand on the same point. */
export function stopStyle(n: number, palette: Palette, lit: boolean, beside = 0): Style {
  const displacement = [beside * SIDE_BY_SIDE_PX, 0];
  return new Style({
    zIndex: lit ? 100 : 50 - n,
    image: new CircleStyle({
      radius: lit ? MARKER_RADIUS + 4 : MARKER_RADIUS,
      displacement,
      fill: new Fill({ color: palette.accent }),
      stroke: new Stroke({ color: lit ? palette.ink : palette.surface, width: 3 }),
    }),
    text: new Text({
      text: String(n),
      offsetX: beside * SIDE_BY_SIDE_PX,
      offsetY: 1,
      font: `700 15px ${palette.text}`,
      fill: new Fill({ color: palette.onAccent }),
    }),
  });
}

/** Start and end: a ring, so that nobody takes them for a stop. */
export function endStyle(palette: Palette): Style {
  return new Style({
    zIndex: 10,
    image: new CircleStyle({
      radius: 10,
      fill: new Fill({ color: palette.surface }),
      stroke: new Stroke({ color: palette.link, width: 5 }),
    }),
  });
}

export function spotStyle(name: string, palette: Palette, lit: boolean, named: boolean): Style {
  const style = new Style({
    zIndex: lit ? 100 : 20,
    image: new CircleStyle({
      radius: lit ? 12 : 8,
      fill: new Fill({ color: palette.accent }),
      stroke: new Stroke({ color: lit ? palette.ink : palette.surface, width: 2.5 }),
    }),
  });
  if (named || lit) style.setText(label(name, palette, -22));
  return style;
}

export function label(text: string, palette: Palette, offsetY = 0, size = 13): Text {
  return new Text({
    text,
    offsetY,
    font: `600 ${size}px ${palette.text}`,
    fill: new Fill({ color: palette.ink }),
    stroke: new Stroke({ color: faded(palette.surface, 0.9), width: 3.5 }),
    overflow: true,
  });
}

/** How far the position may be off. */
export function accuracyStyle(palette: Palette, lit: boolean): Style {
  return new Style({
    zIndex: 1,
    fill: new Fill({ color: faded(palette.accent, lit ? 0.16 : 0.06) }),
    stroke: new Stroke({ color: faded(palette.accent, lit ? 0.9 : 0.4), width: 1.25, lineDash: [2, 5] }),
  });
}

export function outlineStyle(palette: Palette): Style {
  return new Style({
    zIndex: 2,
    fill: new Fill({ color: faded(palette.link, 0.15) }),
    stroke: new Stroke({ color: palette.link, width: 2.5, lineDash: [10, 6] }),
  });
}

/** Dashed where the leg is an estimate, with a pale edge so that it shows on water and land. */
export function legStyles(palette: Palette, estimated: boolean, ridden: boolean): Style[] {
  const lineDash = estimated ? [9, 8] : undefined;
  const colour = ridden ? palette.ink : palette.link;
  const edge = new Stroke({ color: faded(palette.surface, 0.8), width: 6 });
  const core = new Stroke({ color: colour, width: 3, ...(lineDash ? { lineDash } : {}) });
  return [new Style({ zIndex: 4, stroke: edge }), new Style({ zIndex: 5, stroke: core })];
}

export function arrowStyle(palette: Palette, rotation: number, ridden: boolean): Style {
  return new Style({
    zIndex: 6,
    image: new RegularShape({
      points: 3,
      radius: 8,
      rotation,
      fill: new Fill({ color: ridden ? palette.ink : palette.link }),
      stroke: new Stroke({ color: palette.surface, width: 1.5 }),
    }),
  });
}
