/** What is selected: its fields by the schema of its kind, its coordinates, its faults. */
import { useEffect, useState } from 'preact/hooks';

import { faults } from '../core/faults';
import { partsOf, type Content, type Json, type SpaceKey } from '../core/space';
import { find, nameOf, perform } from '../state/world';
import { editable } from '../tools/select';
import { CoordinateTable } from './CoordinateTable';
import { FieldInput } from './FieldInput';
import { useDesk } from './context';
import { fieldsOf, type Field, type Schema } from './schema';

export function SpaceForm() {
  const { world } = useDesk();
  const { words } = world;
  const [key, ...others] = world.selection.value;
  const content = key ? find(world, key) : null;
  if (!key || !content)
    return (
      <aside class="ed-form" aria-label={words.nothingSelected}>
        <h2>{words.nothingSelected}</h2>
        <p>{words.pick}</p>
      </aside>
    );
  if (others.length)
    return (
      <aside class="ed-form" aria-label={words.selected(others.length + 1)}>
        <h2>{words.selected(others.length + 1)}</h2>
        <ul>
          {[key, ...others].map((each) => (
            <li key={each}>{nameOf(world, each)}</li>
          ))}
        </ul>
      </aside>
    );
  return <OneSpace key={key} spaceKey={key} content={content} />;
}

function OneSpace({ spaceKey, content }: { readonly spaceKey: SpaceKey; readonly content: Content }) {
  const { world } = useDesk();
  const { words } = world;
  const { collection } = partsOf(spaceKey);
  const fields = useFields(collection);
  const disabled = !editable(world, spaceKey);
  const change = (field: Field, value: Json) => {
    const properties = { ...content.properties, [field.name]: value };
    perform(world, words.step.field(field.label), new Map([[spaceKey, { ...content, properties }]]));
  };
  return (
    <aside class="ed-form" aria-label={nameOf(world, spaceKey)}>
      <h2>{nameOf(world, spaceKey)}</h2>
      <p class="ed-kind">{world.page.collections.find(({ id }) => id === collection)?.title}</p>
      <FaultList content={content} />
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
    </aside>
  );
}

const SCHEMAS = new Map<string, Promise<Schema>>();

function useFields(collection: string): Field[] {
  const { world } = useDesk();
  const [fields, setFields] = useState<Field[]>([]);
  useEffect(() => {
    let here = true;
    const info = world.page.collections.find(({ id }) => id === collection);
    void schemaOf(collection, world.page.language).then((schema) => {
      if (here && info) setFields(fieldsOf(schema, info));
    });
    return () => {
      here = false;
    };
  }, [world, collection]);
  return fields;
}

function schemaOf(collection: string, language: string): Promise<Schema> {
  const known = SCHEMAS.get(collection);
  if (known) return known;
  const asked = fetch(`/api/collections/${collection}/schema?f=json`, {
    headers: { 'Accept-Language': language },
  }).then((response) => {
    if (!response.ok) throw new Error(`schema of ${collection}: ${response.status}`);
    return response.json() as Promise<Schema>;
  });
  asked.catch(() => SCHEMAS.delete(collection));
  SCHEMAS.set(collection, asked);
  return asked;
}

function FaultList({ content }: { readonly content: Content }) {
  const { world, canvas } = useDesk();
  const found = faults(content.geometry);
  if (!found.length) return null;
  return (
    <section class="ed-faults" role="alert">
      <h3>{world.words.faults}</h3>
      <ul>
        {found.map((fault, n) => (
          <li key={n}>
            {world.words.fault[fault.code]}{' '}
            <button
              type="button"
              onClick={() => {
                canvas.zoomToPlace(fault.at);
              }}
            >
              {world.words.zoomTo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
