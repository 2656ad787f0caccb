/** The tools, each with its name, its key and a hint; only those that the target kind can use. */
import type { ToolName, World } from '../state/world';
import { KEYS } from '../tools/registry';
import { useDesk } from './context';

const SHAPE_OF: Readonly<Partial<Record<ToolName, string>>> = {
  point: 'Point',
  line: 'LineString',
  polygon: 'MultiPolygon',
  rectangle: 'MultiPolygon',
  circle: 'MultiPolygon',
};
const ORDER: readonly ToolName[] = [
  'select',
  'corners',
  'point',
  'line',
  'polygon',
  'rectangle',
  'circle',
  'hole',
  'measure',
];

/** The tools for what is being drawn, and for what this person may do. */
export function usable(world: World): ToolName[] {
  const info = world.page.collections.find(({ id }) => id === world.target.value);
  const mayWrite = world.page.collections.some((collection) => collection.may_write);
  return ORDER.filter((tool) => {
    const shape = SHAPE_OF[tool];
    if (shape) return Boolean(info?.may_write && info.geometry_types.includes(shape));
    return mayWrite || tool === 'select' || tool === 'measure';
  });
}

export function Toolbar() {
  const { world } = useDesk();
  const { words } = world;
  return (
    <div class="ed-tools" role="toolbar" aria-label={words.tools} aria-orientation="vertical">
      <TargetChoice />
      {usable(world).map((tool) => (
        <button
          key={tool}
          type="button"
          class="ed-tool"
          aria-pressed={world.tool.value === tool}
          aria-keyshortcuts={KEYS[tool]}
          title={hint(world, tool)}
          onClick={() => {
            world.tool.value = tool;
            world.notice.value = words.toolHint[tool];
          }}
        >
          <svg aria-hidden="true" viewBox="0 0 24 24">
            <path d={ICON[tool]} />
          </svg>
          <span>{words.tool[tool]}</span>
          {KEYS[tool] && <kbd aria-hidden="true">{KEYS[tool]}</kbd>}
        </button>
      ))}
      <Together />
    </div>
  );
}

function hint(world: World, tool: ToolName): string {
  const key = KEYS[tool];
  return `${world.words.tool[tool]}${key ? ` (${key})` : ''}: ${world.words.toolHint[tool]}`;
}

function TargetChoice() {
  const { world } = useDesk();
  const writable = world.page.collections.filter((collection) => collection.may_write);
  if (!writable.length) return null;
  return (
    <label class="ed-target">
      <span>{world.words.drawInto}</span>
      <select
        value={world.target.value}
        onChange={(event) => {
          world.target.value = event.currentTarget.value;
          world.tool.value = 'select';
        }}
      >
        {writable.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Together() {
  const { world } = useDesk();
  return (
    <label class="ed-check">
      <input
        type="checkbox"
        checked={world.together.value}
        onChange={(event) => {
          world.together.value = event.currentTarget.checked;
        }}
      />
      {world.words.together}
    </label>
  );
}

// Strokes on a sheet of 24 by 24.
const ICON: Readonly<Record<ToolName, string>> = {
  select: 'M5 3l6 17 2.5-7 7-2.5z',
  corners: 'M5 7h10l4 11H8z M3 5h4v4H3z M13 5h4v4h-4z M17 16h4v4h-4z M6 16h4v4H6z',
  point: 'M12 21s7-6.5 7-11a7 7 0 1 0-14 0c0 4.500 7 11 7 11z M12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  line: 'M4 18l6-9 5 5 5-9',
  polygon: 'M4 9l8-5 8 6-3 9H7z',
  rectangle: 'M4 6h16v12H4z',
  circle: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  hole: 'M4 5h16v14H4z M9 10h6v4H9z',
  measure: 'M3 15l12-12 6 6-12 12z M7 11l2 2 M10 8l3 3 M13 5l2 2',
};
