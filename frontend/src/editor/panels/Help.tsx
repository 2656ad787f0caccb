/** Help: the first steps, and every tool and act with its key; opened by its button or by `?`. */
import { useEffect, useRef } from 'preact/hooks';

import type { ToolName } from '../state/world';
import { COMMANDS, type CommandName } from '../tools/commands';
import { KEYS } from '../tools/registry';
import { isTyping } from '../tools/typing';
import { useDesk } from './context';

export function Help() {
  const { help, tool, toolHint, acts } = useDesk().world.words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) dialog.current?.showModal();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={`${help.help} (?)`}
        onClick={() => dialog.current?.showModal()}
      >
        {help.help}
      </button>
      <dialog ref={dialog} class="ed-dialog ed-help-dialog" aria-labelledby="ed-help-title">
        <h2 id="ed-help-title" tabIndex={-1} autofocus>
          {help.title}
        </h2>
        <ol>
          {help.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h3>{help.tools}</h3>
        <dl>
          {(Object.entries(KEYS) as [ToolName, string][]).map(([name, key]) => (
            <Line key={name} sign={key} name={tool[name]} text={toolHint[name]} />
          ))}
          {(Object.entries(COMMANDS) as [CommandName, { key: string }][]).map(([name, { key }]) => (
            <Line key={name} sign={key} name={acts.command[name]} text={acts.commandHint[name]} />
          ))}
        </dl>
        <h3>{help.more}</h3>
        <dl>
          {help.keys.map(([key, text]) => (
            <Line key={key} sign={key} text={text} />
          ))}
        </dl>
        <form method="dialog">
          <button class="ed-primary">{help.close}</button>
        </form>
      </dialog>
    </>
  );
}

interface LineProps {
  readonly sign: string;
  readonly name?: string;
  readonly text: string;
}

function Line({ sign, name, text }: LineProps) {
  return (
    <div>
      <dt>
        <kbd>{sign}</kbd>
      </dt>
      <dd>
        {name && <strong>{name}: </strong>}
        {text}
      </dd>
    </div>
  );
}
