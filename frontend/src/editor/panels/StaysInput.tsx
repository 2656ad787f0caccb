/** Minutes of a visit, one number for each age group; an empty one leaves it to the estimate. */
import type { Json } from '../core/space';
import type { FieldProps } from './FieldInput';

const LONGEST_MINUTES = 480;
type Stays = Readonly<Record<string, Json>>;

export function StaysInput({ field, value, disabled, onValue }: FieldProps) {
  const stays: Stays = value && typeof value === 'object' && !Array.isArray(value) ? (value as Stays) : {};
  return (
    <div class="ed-stays">
      {field.choices.map((group) => (
        <label key={group.value}>
          <span>{group.label}</span>
          <input
            type="number"
            min={1}
            max={LONGEST_MINUTES}
            step={1}
            disabled={disabled}
            value={minutesOf(stays[group.value])}
            onChange={(event) => {
              onValue(withStay(stays, group.value, event.currentTarget.value));
            }}
          />
        </label>
      ))}
    </div>
  );
}

function minutesOf(value: Json | undefined): string {
  return typeof value === 'number' ? String(value) : '';
}

export function withStay(stays: Stays, group: string, text: string): Json {
  const others = Object.entries(stays).filter(([name]) => name !== group);
  const minutes = Number(text);
  return Object.fromEntries(
    text.trim() === '' || Number.isNaN(minutes) ? others : [...others, [group, minutes]],
  );
}
