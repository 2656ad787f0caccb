/** Hatches: lines that lean one way or the other, so that two areas are told apart without their colours. */
import { faded } from '../../map/palette';

const TILE = 12;

/** A pattern of slanting lines over a faint ground, for `fillStyle`; a plain colour where nothing can be drawn. */
export function hatch(colour: string, leans: '/' | '\\'): CanvasPattern | string {
  const ground = faded(colour, 0.18);
  const tile = document.createElement('canvas');
  const scale = devicePixelRatio;
  tile.width = tile.height = Math.round(TILE * scale);
  const context = tile.getContext('2d');
  if (!context) return ground;
  const side = tile.width;
  context.fillStyle = ground;
  context.fillRect(0, 0, side, side);
  context.strokeStyle = colour;
  context.lineWidth = 2.5 * scale;
  if (leans === '/') context.setTransform(-1, 0, 0, 1, side, 0);
  // Three lines, so that the corners of neighbouring tiles join.
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - side / 2, -side / 2);
    context.lineTo(shift + side * 1.5, side * 1.5);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? ground;
}
