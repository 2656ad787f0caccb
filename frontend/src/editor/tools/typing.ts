/** Whether keys go into a field just now, and are no command. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isSwitch(target)
  );
}

/** A box to tick takes no letters. */
function isSwitch(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);
}
