/** What is selected: its fields by the schema of its kind, its coordinates, its faults. */
import { partsOf, type Content, type Json, type SpaceKey } from '../core/space';
import { find, nameOf, perform } from '../state/world';
import { editable } from '../tools/select';
import { CoordinateTable } from './CoordinateTable';
import { FaultList } from './FaultList';
import { FieldInput } from './FieldInput';
import { useDesk } from './context';
import { fetchFields, fieldsFor, unread } from './fields';
import { SECTIONS, isUnknown, type Field, type SectionName } from './schema';

export function SpaceForm() {
  const { world } = useDesk();
  const { words } = world;
  const [key, ...others] = world.selection.value;
  const content = key ? find(world, key) : null;
  if (!key || !content)
    return (
      <section class="ed-form" aria-label={words.nothingSelected}>
        <h2>{words.nothingSelected}</h2>
        <p>{words.pick}</p>
      </section>
    );
  if (others.length)
    return (
      <section class="ed-form" aria-label={words.selected(others.length + 1)}>
        <h2>{words.selected(others.length + 1)}</h2>
        <ul>
          {[key, ...others].map((each) => (
            <li key={each}>{nameOf(world, each)}</li>
          ))}
        </ul>
      </section>
    );
  return <OneSpace key={key} spaceKey={key} content={content} />;
}

interface SpaceProps {
  readonly spaceKey: SpaceKey;
  readonly content: Content;
}

function OneSpace({ spaceKey, content }: SpaceProps) {
  const { world } = useDesk();
  const { words } = world;
  const { collection } = partsOf(spaceKey);
  const fields = fieldsFor(world, collection);
  const disabled = !editable(world, spaceKey);
  return (
    <section class="ed-form" aria-label={nameOf(world, spaceKey)}>
      <h2>{nameOf(world, spaceKey)}</h2>
      <p class="ed-kind">{world.page.collections.find(({ id }) => id === collection)?.title}</p>
      <FaultList spaceKey={spaceKey} content={content} />
      {unread.value.has(collection) && <Unread />}
      {fields.length > 0 && (
        <p class="ed-help">
          <span class="ed-required">*</span> {words.form.starMeans}
        </p>
      )}
      {SECTIONS.map((name) => (
        <Section
          key={name}
          name={name}
          fields={fields.filter((field) => field.section === name)}
          spaceKey={spaceKey}
          content={content}
          disabled={disabled}
        />
      ))}
      <CoordinateTable spaceKey={spaceKey} content={content} disabled={disabled} />
      <button
        type="button"
        class="ed-danger"
        disabled={disabled}
        onClick={() => {
          perform(world, words.step.remove, new Map([[spaceKey, null]]));
        }}
      >
        {words.remove}
      </button>
    </section>
  );
}

interface SectionProps extends SpaceProps {
  readonly name: SectionName;
  readonly fields: readonly Field[];
  readonly disabled: boolean;
}

/** Which sections stand open, from space to space. */
const OPEN = new Set<SectionName>(['names', 'what']);

function Section({ name, fields, spaceKey, content, disabled }: SectionProps) {
  const { world } = useDesk();
  const { words } = world;
  if (!fields.length) return null;
  const unknown = fields.filter((field) => isUnknown(field, content.properties[field.name])).length;
  const change = (field: Field, value: Json) => {
    const properties = { ...content.properties, [field.name]: value };
    perform(world, words.step.field(field.label), new Map([[spaceKey, { ...content, properties }]]));
  };
  return (
    <details
      class="ed-section"
      open={OPEN.has(name)}
      onToggle={(event) => {
        if (event.currentTarget.open) OPEN.add(name);
        else OPEN.delete(name);
      }}
    >
      <summary>
        {words.form.section[name]}{' '}
        {unknown > 0 && <span class="ed-unknown">{words.form.unknownCount(unknown)}</span>}
      </summary>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={content.properties[field.name]}
          disabled={disabled}
          onValue={(value) => {
            change(field, value);
          }}
        />
      ))}
    </details>
  );
}

function Unread() {
  const { world } = useDesk();
  return (
    <p class="ed-text-fault" role="alert">
      {world.words.form.notLoaded}{' '}
      <button
        type="button"
        class="ed-quiet"
        onClick={() => {
          fetchFields(world);
        }}
      >
        {world.words.tryAgain}
      </button>
    </p>
  );
}
