/** World files: six lines that say where the pixels of an image lie. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** West, south, east, north, in the units of the image's coordinate system. */
export type Box = readonly [number, number, number, number];

export type WorldFileFault = 'not-six-numbers' | 'turned';

/** The box of the whole image: the file names the middle of the first pixel, not its corner. */
export function boxOf(text: string, { width, height }: Pixels): Box | WorldFileFault {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [across = NaN, turnedOne = NaN, turnedTwo = NaN, down = NaN, x = NaN, y = NaN] = numbers;
  if (numbers.length !== 6 || !numbers.every(Number.isFinite) || across <= 0 || down >= 0)
    return 'not-six-numbers';
  if (Math.abs(turnedOne) > across * 1e-6 || Math.abs(turnedTwo) > across * 1e-6) return 'turned';
  const [west, north] = [x - across / 2, y - down / 2];
  return [west, north + down * height, west + across * width, north];
}
