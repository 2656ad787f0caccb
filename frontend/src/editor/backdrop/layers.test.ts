import { expect, it } from 'vitest';

import type { Offered } from './backdrop';
import { wmtsAddress } from './layers';

it('asks a WMTS for a tile by its own names, beside what the address says already', () => {
  const offered: Offered = {
    id: 'ortho',
    kind: 'wmts',
    url: 'https://tiles.example/wmts?key=1',
    layer: 'ortho',
    matrix_set: 'WebMercatorQuad',
    format: 'image/jpeg',
    title: 'Photo',
    attribution: '',
  };

  const asked = new URL(wmtsAddress(offered, 14, 12741, 7841)).searchParams;

  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ key: '1', SERVICE: 'WMTS', REQUEST: 'GetTile', LAYER: 'ortho', TILEMATRIXSET: 'WebMercatorQuad' },
    ...{ TILEMATRIX: '14', TILECOL: '12741', TILEROW: '7841', FORMAT: 'image/jpeg' },
  });
});
