import { describe, expect, it } from 'vitest';

import { NoPosition, readPosition } from './position';

type Rational = readonly [number, number];
interface Gps {
  readonly lat: readonly Rational[];
  readonly lon: readonly Rational[];
  readonly error?: Rational;
}

const DEGREES: readonly Rational[] = [
  [7, 1],
  [37, 1],
  [123, 100],
];
const EAST: readonly Rational[] = [
  [100, 1],
  [4, 1],
  [2664, 100],
];

/** The smallest JPEG that holds a GPS directory: a big-endian TIFF in an APP1 segment. */
function photo({ lat, lon, error }: Gps): Blob {
  const entries: { tag: number; type: number; count: number; data: number[] }[] = [
    { tag: 1, type: 2, count: 2, data: [0x4e, 0] },
    { tag: 2, type: 5, count: 3, data: lat.flat() },
    { tag: 3, type: 2, count: 2, data: [0x45, 0] },
    { tag: 4, type: 5, count: 3, data: lon.flat() },
    ...(error ? [{ tag: 31, type: 5, count: 1, data: [...error] }] : []),
  ];
  const long = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const short = (n: number) => [(n >>> 8) & 255, n & 255];
  const gpsAt = 8 + 2 + 12 + 4;
  let heapAt = gpsAt + 2 + entries.length * 12 + 4;
  const heap: number[] = [];
  const directory = entries.flatMap(({ tag, type, count, data }) => {
    const head = [...short(tag), ...short(type), ...long(count)];
    if (type === 2) return [...head, ...data, 0, 0];
    const bytes = data.flatMap(long);
    const at = heapAt;
    heap.push(...bytes);
    heapAt += bytes.length;
    return [...head, ...long(at)];
  });
  const pointer = [...short(0x8825), ...short(4), ...long(1), ...long(gpsAt)];
  const tiff = [0x4d, 0x4d, 0, 42, ...long(8), ...short(1), ...pointer, ...long(0)];
  const exif = [...tiff, ...short(entries.length), ...directory, ...long(0), ...heap];
  const segment = [0x45, 0x78, 0x69, 0x66, 0, 0, ...exif];
  const bytes = [0xff, 0xd8, 0xff, 0xe1, ...short(segment.length + 2), ...segment, 0xff, 0xd9];
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
}

describe('where a photo was taken', () => {
  it('comes from degrees, minutes and seconds', async () => {
    const { place, accuracy_m } = await readPosition(photo({ lat: DEGREES, lon: EAST, error: [65, 10] }));

    expect(place).toEqual([100.0740667, 7.6170083]);
    expect(accuracy_m).toBe(7);
  });

  it('has no accuracy where the camera said none', async () => {
    expect((await readPosition(photo({ lat: DEGREES, lon: EAST }))).accuracy_m).toBeUndefined();
  });

  it('is missing where the camera had no fix', async () => {
    const zeros: readonly Rational[] = [
      [0, 1],
      [0, 1],
      [0, 1],
    ];
    const nothing: readonly Rational[] = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];

    await expect(readPosition(photo({ lat: zeros, lon: zeros }))).rejects.toEqual(
      new NoPosition('no-position'),
    );
    await expect(readPosition(photo({ lat: nothing, lon: nothing }))).rejects.toEqual(
      new NoPosition('no-position'),
    );
  });

  it.each([['a text'], [''], ['\u00ff\u00d8\u00ff\u00e1']])('refuses what is no photo: %j', async (text) => {
    await expect(readPosition(new Blob([text]))).rejects.toBeInstanceOf(NoPosition);
  });
});
