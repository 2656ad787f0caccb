/** A hole of the selected area filled by a click inside it. */
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import { toLonLat } from 'ol/proj.js';

import { fillHole } from '../core/holes';
import { find, perform } from '../state/world';
import type { Tool } from './tool';

export const fill: Tool = {
  start(world, { map }) {
    const click = (event: MapBrowserEvent) => {
      const [key] = world.selection.value;
      const content = key && find(world, key);
      if (!key || !content) return;
      const [lon = NaN, lat = NaN] = toLonLat(event.coordinate);
      const geometry = fillHole(content.geometry, [lon, lat]);
      if (!geometry) {
        world.notice.value = world.words.acts.noHoleThere;
        return;
      }
      perform(world, world.words.acts.step.fill, new Map([[key, { ...content, geometry }]]));
      world.notice.value = world.words.acts.step.fill;
    };
    map.on('click', click);
    return () => {
      map.un('click', click);
    };
  },
};
