/** Search, undo, the state of saving, the other language, who works here. */
import { redoNext, undoLast, type World } from '../state/world';
import { Help } from './Help';
import { Search } from './Search';
import { useDesk } from './context';

export function TopBar() {
  const { world } = useDesk();
  const { words, page } = world;
  return (
    <header class="ed-top">
      <h1 class="ed-title">
        <a class="ed-home" href={`/${page.language}/`} title={words.home}>
          <svg aria-hidden="true" viewBox="0 0 24 24">
            <path d="M3 11l9-7 9 7 M6 10v10h12V10" />
          </svg>
          <span>{words.title}</span>
        </a>
      </h1>
      <Search />
      <Steps />
      <p class="ed-sync" data-sync={world.sync.value} role="status">
        {syncText(world)}
      </p>
      <nav class="ed-links">
        <Help />
        <a href={page.coverage}>{words.rooms.coverage}</a>
        <OtherLanguage />
        {page.user && <SignedIn />}
      </nav>
    </header>
  );
}

function Steps() {
  const { world } = useDesk();
  const { words, journal } = world;
  const steps = [
    ['↶', words.undo, 'Ctrl+Z', journal.value.done, undoLast],
    ['↷', words.redo, 'Ctrl+Shift+Z', journal.value.undone, redoNext],
  ] as const;
  return (
    <div class="ed-undo">
      {steps.map(([sign, name, keys, left, go]) => (
        <button
          key={name}
          type="button"
          disabled={!left.length}
          title={`${name} (${keys})`}
          aria-label={name}
          onClick={() => {
            go(world);
          }}
        >
          <span aria-hidden="true">{sign}</span> <span class="ed-wide">{name}</span>
        </button>
      ))}
    </div>
  );
}

/** The same view in the other language: the address of the page is kept as what is seen. */
function OtherLanguage() {
  const { words, page } = useDesk().world;
  return (
    <a
      class="ed-language"
      href={page.other_language}
      lang={page.language === 'th' ? 'en' : 'th'}
      onClick={(event) => {
        const there = new URL(page.other_language, location.href);
        event.currentTarget.href = there.pathname + location.search + location.hash;
      }}
    >
      {words.otherLanguage}
    </a>
  );
}

function SignedIn() {
  const { world } = useDesk();
  const { page, words } = world;
  return (
    <form class="ed-user" method="post" action={page.log_out}>
      <input type="hidden" name="csrfmiddlewaretoken" value={world.csrf.value} />
      <span title={page.user?.role}>{page.user?.name}</span>
      <button type="submit">{words.rooms.signOut}</button>
    </form>
  );
}

export function syncText({ sync, edits, words }: World): string {
  const n = edits.value.length;
  const said = words.sync[sync.value];
  return typeof said === 'function' ? said(n) : said;
}
