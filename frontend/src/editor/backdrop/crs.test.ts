import { expect, it } from 'vitest';

import { toUtm } from '../core/measuring';
import { crsOfPrj, toDegrees } from './crs';
import { fromIndian, toIndian } from './indian';

it('lands where the Royal Thai Survey Department does, not 184 m off', () => {
  const [easting, northing] = toUtm(fromIndian([618000, 842000]));

  expect(easting).toBeCloseTo(617666.3, 1);
  expect(northing).toBeCloseTo(842301.29, 1);
});

it('goes back to where it came from', () => {
  const [easting, northing] = toIndian(fromIndian([618000, 842000]));

  expect(Math.hypot(easting - 618000, northing - 842000)).toBeLessThan(0.01);
});

it('brings the corner of a file in metres to within a metre of where it is', () => {
  const [lon, lat] = toDegrees([617666.3, 842301.29], 'EPSG:32647');
  const [east, north] = toUtm([lon, lat]);

  expect(Math.hypot(east - 617666.3, north - 842301.29)).toBeLessThan(0.01);
  expect(lon).toBeCloseTo(100.0665, 3);
  expect(toDegrees([100.08, 7.62], 'EPSG:4326')).toEqual([100.08, 7.62]);
});

it.each([
  ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', { crs: 'EPSG:4326' }],
  ['PROJCS["WGS_1984_UTM_Zone_47N",GEOGCS["GCS_WGS_1984"]]', { crs: 'EPSG:32647' }],
  ['PROJCS["WGS 84 / UTM zone 48N",GEOGCS["WGS 84"]]', { crs: 'EPSG:32648' }],
  ['PROJCS["Indian_1975_UTM_Zone_47N",GEOGCS["GCS_Indian_1975"]]', { crs: 'EPSG:24047' }],
  ['PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84"]]', { crs: 'EPSG:3857' }],
  ['PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936"]]', { unknown: 'British_National_Grid' }],
  ['PROJCS["WGS 84 / UTM zone 47S",GEOGCS["WGS 84"]]', { unknown: 'WGS 84 / UTM zone 47S' }],
])('reads %s', (text, said) => {
  expect(crsOfPrj(text)).toEqual(said);
});
