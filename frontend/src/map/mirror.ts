/** The list leads, the map mirrors it: a place that has focus or pointer in one is lit in the other. */
export interface Mirror {
  /** Lights the list entry of a place; without one, none. */
  light: (place: string | undefined) => void;
  /** Brings the reader to the list entry of a place. */
  visit: (place: string) => void;
}

export function mirrorList(
  root: ParentNode,
  ids: string[],
  onLight: (place: string | undefined) => void,
): Mirror {
  const entries = new Map<string, HTMLElement>();
  for (const id of ids) {
    const entry = root.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`);
    if (entry) entries.set(id, entry);
  }
  for (const [id, entry] of entries) {
    for (const event of ['mouseenter', 'focusin'])
      entry.addEventListener(event, () => {
        onLight(id);
      });
    for (const event of ['mouseleave', 'focusout'])
      entry.addEventListener(event, () => {
        onLight(undefined);
      });
  }
  const light = (place: string | undefined) => {
    for (const [id, entry] of entries) entry.classList.toggle('lit', id === place);
  };
  const visit = (place: string) => {
    const entry = entries.get(place);
    entry?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: 'center' });
  };
  return { light, visit };
}
