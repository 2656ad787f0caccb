/** A question that stands over the editor until it is answered or left. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { useDesk } from './context';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** The words of the button that answers. */
  readonly act: string;
  /** Gives whether the question is answered. */
  readonly onAct: (form: FormData) => boolean;
  readonly children: ComponentChildren;
}

export function Dialog({ title, hint, act, onAct, children }: Props) {
  const { world } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => {
    world.hand.dialog.value = null;
  };
  return (
    <dialog ref={dialog} class="ed-dialog ed-act-dialog" aria-labelledby="ed-dialog-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (onAct(new FormData(event.currentTarget))) close();
        }}
      >
        <h2 id="ed-dialog-title">{title}</h2>
        <p class="ed-help">{hint}</p>
        {children}
        <div class="ed-save-buttons">
          <button type="submit" class="ed-primary">
            {act}
          </button>
          <button type="button" onClick={close}>
            {world.words.acts.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
