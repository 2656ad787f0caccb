/** Measuring along a line: metres on the map grid, said as they grow; nothing is stored. */
import Draw from 'ol/interaction/Draw.js';

import { measure } from '../core/measuring';
import { fromMap } from '../map/features';
import { metresText } from '../words/numbers';
import { snapping } from './snapping';
import type { Tool } from './tool';

export const measuring: Tool = {
  start(world, canvas) {
    const draw = new Draw({ type: 'LineString', stopClick: true });
    draw.on('drawstart', ({ feature }) => {
      feature.on('change', () => {
        const geometry = feature.getGeometry();
        if (geometry)
          world.notice.value = metresText(measure(fromMap(geometry)).length_m, world.page.language);
      });
    });
    canvas.map.addInteraction(draw);
    const unsnap = snapping(world, canvas);
    return () => {
      unsnap();
      canvas.map.removeInteraction(draw);
    };
  },
};
