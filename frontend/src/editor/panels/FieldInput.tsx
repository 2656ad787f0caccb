/** One field of the form. It gives its value when the person leaves it or has chosen, so that one edit is one step. */
import type { Json } from '../core/space';
import type { Field } from './schema';

interface Props {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly disabled: boolean;
  readonly onValue: (value: Json) => void;
}

export function FieldInput(props: Props) {
  const { field } = props;
  if (field.widget === 'choices') return <Choices {...props} />;
  const id = `ed-field-${field.name}`;
  return (
    <div class={`ed-field ed-field-${field.widget}`}>
      <label for={id}>
        {field.label}
        {field.required && (
          <span class="ed-required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      <Control {...props} id={id} />
      {field.help && (
        <p class="ed-help" id={`${id}-help`}>
          {field.help}
        </p>
      )}
    </div>
  );
}

function Control({ field, value, disabled, onValue, id }: Props & { readonly id: string }) {
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
    case 'choice':
      return (
        <select {...common} value={text} onChange={give}>
          {(field.nullable || !field.choices.some((choice) => choice.value === text)) && <option value="" />}
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    case 'longtext':
      return <textarea {...common} rows={3} value={text} onChange={give} />;
    case 'number':
      return (
        <input
          {...common}
          type="number"
          step="any"
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

function Choices({ field, value, disabled, onValue }: Props) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <fieldset class="ed-field" disabled={disabled}>
      <legend>{field.label}</legend>
      <div class="ed-chips">
        {field.choices.map((choice) => (
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
    </fieldset>
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
