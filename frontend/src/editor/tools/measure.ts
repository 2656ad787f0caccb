/** Measuring along a line: metres on the map grid, said as they grow; nothing is stored. */
import { measure } from '../core/measuring';
import { metresText } from '../words/numbers';
import { drawing } from './draw';

export const measuring = drawing('LineString', (world, geometry) => {
  world.notice.value = `${world.words.length} ${metresText(measure(geometry).length_m, world.page.language)}`;
});
