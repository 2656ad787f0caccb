/** One field of the form. It gives its value when the person leaves it or has chosen, so that one edit is one step. */
import type { ComponentChildren } from 'preact';

import type { Json } from '../core/space';
import type { Choice } from '../page-data';
import { HoursInput } from './HoursInput';
import { StaysInput } from './StaysInput';
import { useDesk } from './context';
import { choosable, isUnknown, type Field } from './schema';

export interface FieldProps {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly disabled: boolean;
  readonly onValue: (value: Json) => void;
}

export function FieldInput(props: FieldProps) {
  const { field, value } = props;
  const id = `ed-field-${field.name}`;
  if (field.widget === 'choices') return <Choices {...props} />;
  if (field.widget === 'stays')
    return (
      <fieldset class="ed-field" disabled={props.disabled}>
        <legend>
          <Name field={field} />
        </legend>
        <StaysInput {...props} />
        <Help field={field} id={id} />
      </fieldset>
    );
  return (
    <div class={`ed-field ed-field-${field.widget}`}>
      <label for={id}>
        <Name field={field} />
      </label>
      {field.widget !== 'choice' && isUnknown(field, value) && <Unknown />}
      {field.widget === 'hours' ? <HoursInput {...props} id={id} /> : <Control {...props} id={id} />}
      <Help field={field} id={id} />
    </div>
  );
}

/** The label, with its unit and a star where it must be filled in. */
function Name({ field }: { readonly field: Field }) {
  const { form } = useDesk().world.words;
  const unit = form.unit[field.unit];
  return (
    <>
      {unit ? form.withUnit(field.label, unit) : field.label}
      {field.required && (
        <span class="ed-required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  );
}

function Unknown() {
  return <span class="ed-unknown">{useDesk().world.words.form.unknown}</span>;
}

function Help({ field, id }: { readonly field: Field; readonly id: string }): ComponentChildren {
  return field.help ? (
    <p class="ed-help" id={`${id}-help`}>
      {field.help}
    </p>
  ) : null;
}

function Control({ field, value, disabled, onValue, id }: FieldProps & { readonly id: string }) {
  const { form } = useDesk().world.words;
  const common = {
    id,
    disabled,
    required: field.required,
    ...(field.help ? { 'aria-describedby': `${id}-help` } : {}),
  };
  const text = asText(value);
  const give = (event: { currentTarget: { value: string } }) => {
    onValue(fromText(event.currentTarget.value, field));
  };
  switch (field.widget) {
    case 'checkbox':
      return (
        <input
          {...common}
          required={false}
          type="checkbox"
          checked={value === true}
          onChange={(event) => {
            onValue(event.currentTarget.checked);
          }}
        />
      );
    case 'choice': {
      const choices = choosable(field, value);
      const open = field.nullable || field.free || !choices.some((choice) => choice.value === text);
      return (
        <select {...common} value={text} onChange={give}>
          {open && <option value="">{form.notChosen}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    }
    case 'longtext':
      return <textarea {...common} rows={3} value={text} onChange={give} />;
    case 'number':
      return (
        <input
          {...common}
          type="number"
          step={field.whole ? 1 : 'any'}
          min={field.min}
          max={field.max}
          value={text}
          onChange={give}
        />
      );
    case 'date':
      return <input {...common} type="date" value={text} onChange={give} />;
    default:
      return <input {...common} type="text" maxLength={field.maxLength} value={text} onChange={give} />;
  }
}

/** So many are shown at once; of a longer list only what is chosen, the rest on demand. */
const SHORT = 16;

function Choices(props: FieldProps) {
  const { field, value, disabled } = props;
  const { form } = useDesk().world.words;
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const isChosen = (choice: Choice) => chosen.includes(choice.value);
  const short = field.choices.length <= SHORT;
  return (
    <fieldset class="ed-field" disabled={disabled}>
      <legend>{field.label}</legend>
      <Chips {...props} chosen={chosen} choices={short ? field.choices : field.choices.filter(isChosen)} />
      {!short && (
        <details class="ed-examples">
          <summary>{form.chooseMore}</summary>
          <Chips {...props} chosen={chosen} choices={field.choices.filter((each) => !isChosen(each))} />
        </details>
      )}
    </fieldset>
  );
}

interface ChipsProps extends FieldProps {
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
}

function Chips({ field, chosen, choices, onValue }: ChipsProps) {
  return (
    <div class="ed-chips">
      {choices.map((choice) => (
        <label key={choice.value} class="ed-chip">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) => {
              onValue(withChoice(field, chosen, choice.value, event.currentTarget.checked));
            }}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

/** In the order of the choices; values that are no choice stay where they are. */
function withChoice(field: Field, chosen: readonly string[], value: string, on: boolean): string[] {
  const wanted = new Set(chosen);
  if (on) wanted.add(value);
  else wanted.delete(value);
  const known = field.choices.map((choice) => choice.value);
  return [...chosen.filter((each) => !known.includes(each)), ...known.filter((each) => wanted.has(each))];
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function fromText(text: string, field: Field): Json {
  if (field.widget === 'number') {
    const number = Number(text);
    return text.trim() === '' || Number.isNaN(number) ? null : number;
  }
  return text === '' && field.nullable ? null : text;
}
