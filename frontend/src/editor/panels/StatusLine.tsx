/** Where the pointer is, in degrees and in metres of the map grid; what the selection measures; what was said last. */
import { measure, toUtm } from '../core/measuring';
import { scaleOf, type View } from '../state/address';
import { find, type World } from '../state/world';
import { areaText, metresText } from '../words/numbers';
import { useDesk } from './context';

export function StatusLine() {
  const { world } = useDesk();
  const place = world.pointer.value;
  const view = world.view.value;
  const [easting, northing] = place ? toUtm(place) : [];
  return (
    <footer class="ed-status">
      <span class="ed-notice" role="status" aria-live="polite">
        {world.notice.value}
      </span>
      <span class="ed-size">{sizeText(world)}</span>
      <span class="ed-place">
        {view && <span title={world.words.scale}>{world.words.rooms.scale(scaleText(world, view))}</span>}
        {place && (
          <>
            <span>
              WGS 84 {place[0].toFixed(5)}, {place[1].toFixed(5)}
            </span>
            <span>
              UTM 47N {easting?.toFixed(0)} {northing?.toFixed(0)}
            </span>
          </>
        )}
      </span>
    </footer>
  );
}

/** To two digits: more would be more than a screen knows. */
function scaleText(world: World, view: View): string {
  return new Intl.NumberFormat(world.page.language, { maximumSignificantDigits: 2 }).format(scaleOf(view));
}

function sizeText(world: World): string {
  const [key] = world.selection.value;
  const content = key && world.selection.value.length === 1 ? find(world, key) : null;
  const shown = world.hand.sketch.value?.geometry ?? content?.geometry; // what is being drawn, as it grows
  if (!shown || shown.type === 'Point') return '';
  const { area_m2, length_m } = measure(shown);
  const { words, page } = world;
  const length = metresText(length_m, page.language);
  if (!area_m2) return `${words.length} ${length}`;
  return `${words.area} ${areaText(area_m2, page.language)} · ${words.perimeter} ${length}`;
}
