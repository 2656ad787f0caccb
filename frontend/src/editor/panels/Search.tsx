/** Finds loaded spaces by a part of either name or of the id; choosing one selects it and goes there. */
import { useState } from 'preact/hooks';

import { isShown } from '../core/filtering';
import { contentOf } from '../core/journal';
import type { SpaceKey } from '../core/space';
import { nameOf, type World } from '../state/world';
import { useDesk } from './context';

const MOST = 12;

export function findSpaces(world: World, words: string): SpaceKey[] {
  const wanted = folded(words);
  if (!wanted) return [];
  const { stored, changed } = world.journal.value;
  const keys = new Set([...stored.keys(), ...changed.keys()]);
  const found: SpaceKey[] = [];
  for (const key of keys) {
    const properties = contentOf(world.journal.value, key)?.properties ?? {};
    if (!isShown(world.filters.value, world.journal.value, key, properties)) continue;
    const names = [properties.name_th, properties.name_en].filter((name) => typeof name === 'string');
    if (folded([key, ...names].join(' ')).includes(wanted)) found.push(key);
    if (found.length === MOST) break;
  }
  return found;
}

/** The same letters however they were typed: composed, lower case, the two ways of writing sara am as one. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ํา', 'ำ')
    .replace(/ํ([่-๋])า/g, '$1ำ')
    .trim();
}

export function Search() {
  const { world, canvas } = useDesk();
  const [words, setWords] = useState('');
  const found = findSpaces(world, words);
  const choose = (key: SpaceKey) => {
    world.selection.value = [key];
    canvas.zoomToSpaces([key]);
    setWords('');
  };
  return (
    <form
      class="ed-search"
      role="search"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setWords('');
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setWords('');
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (found[0]) choose(found[0]);
      }}
    >
      <input
        type="search"
        value={words}
        placeholder={world.words.search}
        aria-label={world.words.search}
        onInput={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      {words && (
        <ul
          class="ed-found"
          onMouseDown={(event) => {
            event.preventDefault(); // where a button takes no focus, losing it would close the list before the click
          }}
        >
          {found.map((key) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  choose(key);
                }}
              >
                {nameOf(world, key)}
              </button>
            </li>
          ))}
          {!found.length && <li class="ed-empty">{world.words.nothingFound}</li>}
        </ul>
      )}
    </form>
  );
}
