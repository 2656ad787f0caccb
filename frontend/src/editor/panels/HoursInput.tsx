/** Opening hours in OSM's syntax, with examples to take over. Empty is unknown, and is stored as that. */
import type { FieldProps } from './FieldInput';
import { useDesk } from './context';

const UNKNOWN = 'unknown';

export function HoursInput({ field, value, disabled, onValue, id }: FieldProps & { readonly id: string }) {
  const { form } = useDesk().world.words;
  const text = typeof value === 'string' && value !== UNKNOWN ? value : '';
  return (
    <>
      <input
        id={id}
        type="text"
        disabled={disabled}
        maxLength={field.maxLength}
        aria-describedby={`${id}-help`}
        placeholder={form.unknown}
        spellcheck={false}
        value={text}
        onChange={(event) => {
          onValue(event.currentTarget.value.trim() || UNKNOWN);
        }}
      />
      <details class="ed-examples">
        <summary>{form.hoursExamples}</summary>
        {form.hours.map((example) => (
          <button
            key={example.value}
            type="button"
            disabled={disabled}
            onClick={() => {
              onValue(example.value);
            }}
          >
            {example.words} <code>{example.value}</code>
          </button>
        ))}
      </details>
    </>
  );
}
