/** Narrows what map, counts and search show; says that it does. */
import { NO_FILTERS, filterCount, type Filters } from '../core/filtering';
import type { Choice } from '../page-data';
import { useDesk } from './context';

export function FilterBar() {
  const { world } = useDesk();
  const { filter: words } = world.words;
  const { collections } = world.page;
  const filters = world.filters.value;
  const set = (name: keyof Filters) => (value: string) => {
    const changed = { ...filters, [name]: value };
    world.filters.value = changed;
    world.waiting.value = { ...world.waiting.value, layers: filterCount(changed) };
  };
  const shared = (name: string) => collections[0]?.choices[name] ?? [];
  const on = filterCount(filters);
  return (
    <section class="ed-filters" aria-labelledby="ed-filters-title">
      <h3 id="ed-filters-title">{words.filters}</h3>
      <div class="ed-filter">
        <label for="ed-filter-kind">{words.kind}</label>
        <select
          id="ed-filter-kind"
          value={filters.kind}
          onChange={(event) => {
            set('kind')(event.currentTarget.value);
          }}
        >
          <option value="">{words.all}</option>
          {collections.map(({ id, title, choices }) => (
            <optgroup key={id} label={title}>
              <option value={id}>{words.allOf(title)}</option>
              {(choices.subkind ?? []).map((choice) => (
                <option key={choice.value} value={`${id}/${choice.value}`}>
                  {choice.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Choose
        name="status"
        label={words.status}
        value={filters.status}
        choices={shared('status').filter(({ value }) => value !== 'deleted')}
        choose={set('status')}
      />
      <Choose
        name="theme"
        label={words.theme}
        value={filters.theme}
        choices={shared('themes')}
        choose={set('theme')}
      />
      <Choose
        name="partner"
        label={words.partner}
        value={filters.partner}
        choices={shared('partner')}
        choose={set('partner')}
      />
      {on > 0 && (
        <p class="ed-filters-on" role="status">
          {words.on(on)}. {words.changedToo}{' '}
          <button
            type="button"
            onClick={() => {
              world.filters.value = NO_FILTERS;
              world.waiting.value = { ...world.waiting.value, layers: 0 };
            }}
          >
            {words.clear}
          </button>
        </p>
      )}
    </section>
  );
}

interface ChooseProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (value: string) => void;
}

function Choose({ name, label, value, choices, choose }: ChooseProps) {
  const { filter: words } = useDesk().world.words;
  return (
    <div class="ed-filter">
      <label for={`ed-filter-${name}`}>{label}</label>
      <select
        id={`ed-filter-${name}`}
        value={value}
        onChange={(event) => {
          choose(event.currentTarget.value);
        }}
      >
        <option value="">{words.all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
