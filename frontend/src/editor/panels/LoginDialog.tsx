/** Logging in again without leaving the page: the session ended, the work is still here and is then saved. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Rights } from '../page-data';
import { useDesk } from './context';

export function LoginDialog() {
  const { world, saving } = useDesk();
  const { words } = world;
  const dialog = useRef<HTMLDialogElement>(null);
  const [fault, setFault] = useState('');
  const open = world.signedOut.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const submit = async (form: HTMLFormElement) => {
    const answer = await logIn(new FormData(form), world.page.language);
    setFault(answer.fault);
    if (!answer.csrf) return;
    world.csrf.value = answer.csrf;
    if (answer.rights) world.rights.value = answer.rights;
    world.signedOut.value = false;
    await saving.flush();
  };
  return (
    <dialog
      ref={dialog}
      class="ed-dialog"
      aria-labelledby="ed-login-title"
      onClose={() => {
        world.signedOut.value = false;
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <h2 id="ed-login-title">{words.signIn}</h2>
        <p>{words.signInWhy}</p>
        {fault && (
          <p class="ed-text-fault" role="alert">
            {fault}
          </p>
        )}
        <label>
          {words.user}
          <input
            name="username"
            autocomplete="username"
            required
            defaultValue={world.page.user?.login ?? ''}
          />
        </label>
        <label>
          {words.password}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" class="ed-primary">
          {words.logIn}
        </button>
      </form>
    </dialog>
  );
}

interface Session {
  readonly user?: { readonly rights: Rights } | null;
  readonly csrf_token?: string;
  readonly detail?: string;
}

/** The token of the new session, or what is wrong. */
async function logIn(
  given: FormData,
  language: string,
): Promise<{ csrf: string; fault: string; rights?: Rights | undefined }> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(Object.fromEntries(given)),
    });
    const session = (await response.json()) as Session;
    return {
      csrf: session.csrf_token ?? '',
      fault: session.detail ?? '',
      rights: session.user?.rights,
    };
  } catch (error) {
    return { csrf: '', fault: error instanceof Error ? error.message : String(error) };
  }
}
