/** The tools and acts in groups, each with its name, its key and a hint; one that cannot be used now says why. */
import type { ToolName, World } from '../state/world';
import { COMMANDS, command, type CommandName } from '../tools/commands';
import { takeUp } from '../tools/keys';
import { KEYS } from '../tools/registry';
import { whyNot } from '../tools/reasons';
import { useDesk } from './context';
import { ICON } from './icons';

const SHAPE_OF: Readonly<Partial<Record<ToolName, string>>> = {
  point: 'Point',
  line: 'LineString',
  polygon: 'MultiPolygon',
  rectangle: 'MultiPolygon',
  circle: 'MultiPolygon',
};

type Button =
  | { readonly kind: 'tool'; readonly name: ToolName }
  | { readonly kind: 'command'; readonly name: CommandName };

const tools = (...names: ToolName[]): Button[] => names.map((name) => ({ kind: 'tool', name }));
const commands = (...names: CommandName[]): Button[] => names.map((name) => ({ kind: 'command', name }));

const GROUPS = [
  {
    name: 'draw',
    buttons: [...tools('point', 'line', 'polygon', 'rectangle', 'circle'), ...commands('paste')],
  },
  { name: 'shape', buttons: [...tools('corners', 'move', 'hole', 'fill'), ...commands('copy')] },
  { name: 'acts', buttons: [...tools('split'), ...commands('merge', 'clip', 'cutAway', 'snap')] },
] as const;

/** The tools for what is being drawn, and for what this person may do. */
export function usable(world: World, { kind, name }: Button): boolean {
  const info = world.page.collections.find(({ id }) => id === world.target.value);
  const mayWrite = world.page.collections.some((collection) => collection.may_write);
  const shape = kind === 'tool' ? SHAPE_OF[name] : undefined;
  if (shape) return Boolean(info?.may_write && info.geometry_types.includes(shape));
  return mayWrite;
}

export function Toolbar() {
  const { world } = useDesk();
  const { words } = world;
  return (
    <div class="ed-tools" role="toolbar" aria-label={words.tools} aria-orientation="vertical">
      <TargetChoice />
      <div class="ed-group">
        <ToolButton name="select" />
        <ToolButton name="measure" />
        <CommandButton name="crosshair" pressed={world.hand.crosshair.value} />
      </div>
      {GROUPS.map(({ name, buttons }) => {
        const shown = buttons.filter((button) => usable(world, button));
        if (!shown.length) return null;
        return (
          <div
            key={name}
            class={`ed-group ed-group-${name}`}
            role="group"
            aria-label={words.acts.group[name]}
          >
            <h2>{words.acts.group[name]}</h2>
            {shown.map((button) =>
              button.kind === 'tool' ? (
                <ToolButton key={button.name} name={button.name} />
              ) : (
                <CommandButton key={button.name} name={button.name} />
              ),
            )}
          </div>
        );
      })}
      <Together />
    </div>
  );
}

function ToolButton({ name }: { readonly name: ToolName }) {
  const { world } = useDesk();
  const { words } = world;
  const look = { label: words.tool[name], hint: words.toolHint[name], letter: KEYS[name], icon: ICON[name] };
  const act = () => {
    takeUp(world, name);
    // A finger hides the place that it touches: the cross-hair shows it.
    if (world.tool.value !== name || !(name in SHAPE_OF) || !matchMedia('(pointer: coarse)').matches) return;
    world.hand.crosshair.value = true;
    world.folded.value = true;
  };
  return <Act {...look} pressed={world.tool.value === name} why={whyNot(world, name)} act={act} />;
}

function CommandButton({ name, pressed }: { readonly name: CommandName; readonly pressed?: boolean }) {
  const { world, canvas } = useDesk();
  const { acts } = world.words;
  const { key, why } = COMMANDS[name];
  const look = { label: acts.command[name], hint: acts.commandHint[name], letter: key, icon: ICON[name] };
  const reason = why(world) || (world.hand.busy.value ? acts.working('') : '');
  return (
    <Act
      {...look}
      pressed={pressed}
      why={reason}
      act={(event) => {
        command(world, canvas, name, event.shiftKey);
      }}
    />
  );
}

interface ActProps {
  readonly label: string;
  readonly hint: string;
  readonly letter: string;
  readonly icon: string;
  readonly pressed: boolean | undefined;
  readonly why: string;
  readonly act: (event: MouseEvent) => void;
}

/** Never dead: a button that cannot be used says why when it is pressed. */
function Act({ label, hint, letter, icon, pressed, why, act }: ActProps) {
  return (
    <button
      type="button"
      class="ed-tool"
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={why !== ''}
      aria-keyshortcuts={letter}
      title={`${label} (${letter}): ${why || hint}`}
      onClick={act}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <path d={icon} />
      </svg>
      <span>{label}</span>
      <kbd aria-hidden="true">{letter}</kbd>
    </button>
  );
}

function TargetChoice() {
  const { world } = useDesk();
  const { words, hand, target } = world;
  const writable = world.page.collections.filter((collection) => collection.may_write);
  if (!writable.length) return null;
  const kinds = writable.find(({ id }) => id === target.value)?.choices.subkind ?? [];
  return (
    <div class="ed-targets">
      <label class="ed-target">
        <span>{words.drawInto}</span>
        <select
          value={target.value}
          onChange={(event) => {
            target.value = event.currentTarget.value;
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
      <label class="ed-target">
        <span>{words.acts.kind}</span>
        <select
          value={hand.kind.value[target.value] ?? ''}
          onChange={(event) => {
            hand.kind.value = { ...hand.kind.value, [target.value]: event.currentTarget.value };
          }}
        >
          <option value="">{words.acts.anyKind}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
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
