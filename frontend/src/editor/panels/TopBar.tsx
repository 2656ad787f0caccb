/** Search, undo, the state of saving, the other language, who works here. */
import { redoNext, undoLast, type World } from '../state/world';
import { Search } from './Search';
import { useDesk } from './context';

export function TopBar() {
  const { world } = useDesk();
  const { words, page, journal } = world;
  return (
    <header class="ed-top">
      <a class="ed-home" href={`/${page.language}/`} title={words.home}>
        <strong>{words.title}</strong>
      </a>
      <Search />
      <div class="ed-undo">
        <button
          type="button"
          disabled={!journal.value.done.length}
          title={`${words.undo} (Ctrl+Z)`}
          onClick={() => {
            undoLast(world);
          }}
        >
          ↶ {words.undo}
        </button>
        <button
          type="button"
          disabled={!journal.value.undone.length}
          title={`${words.redo} (Ctrl+Shift+Z)`}
          onClick={() => {
            redoNext(world);
          }}
        >
          ↷ {words.redo}
        </button>
      </div>
      <p class="ed-sync" data-sync={world.sync.value} role="status">
        {syncText(world)}
      </p>
      <a class="ed-language" href={page.other_language} lang={page.language === 'th' ? 'en' : 'th'}>
        {words.otherLanguage}
      </a>
      {page.user && <span class="ed-user">{page.user.name}</span>}
    </header>
  );
}

export function syncText({ sync, edits, words }: World): string {
  const n = edits.value.length;
  const said = words.sync[sync.value];
  return typeof said === 'function' ? said(n) : said;
}
