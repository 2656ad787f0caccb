/** The three shapes of a conflict on the map: mine, theirs, and what both began with. */
import { effect } from '@preact/signals';
import Feature from 'ol/Feature.js';
import type OlMap from 'ol/Map.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

import type { Palette } from '../../map/palette';
import { contentOf } from '../core/journal';
import type { Content } from '../core/space';
import type { World } from '../state/world';
import { toMap } from './features';

/** Told apart by the dashes too, not by colour alone. */
function styles(palette: Palette) {
  return {
    base: line(palette.inkSoft, 3, [2, 6]),
    theirs: line(palette.accent, 4, [12, 6]),
    mine: line(palette.link, 4),
  };
}

function line(color: string, width: number, lineDash?: number[]): Style {
  const stroke = new Stroke({ color, width, ...(lineDash ? { lineDash } : {}) });
  return new Style({ stroke, image: new CircleStyle({ radius: 11, stroke }) });
}

export function followConflicts(world: World, map: OlMap, palette: () => Palette): void {
  const source = new VectorSource();
  map.addLayer(new VectorLayer({ source, zIndex: 10 }));
  effect(() => {
    source.clear();
    const [conflict] = world.conflicts.value;
    if (!conflict?.theirs) return;
    const look = styles(palette());
    const add = (content: Content | null | undefined, style: Style) => {
      if (!content) return;
      const feature = new Feature(toMap(content.geometry));
      feature.setStyle(style);
      source.addFeature(feature);
    };
    add(conflict.base?.content, look.base);
    add(conflict.theirs.content, look.theirs);
    add(contentOf(world.journal.value, conflict.key), look.mine);
    const extent = source.getExtent();
    if (extent) map.getView().fit(extent, { padding: [80, 80, 260, 80], maxZoom: 18 });
  });
}
