/** Words of the help: first steps, and the keys that no button shows. */
export interface Help extends Record<'help' | 'title' | 'close' | 'tools' | 'more', string> {
  readonly steps: readonly string[];
  /** A key, and what it does. */
  readonly keys: readonly (readonly [string, string])[];
}

export const help: Help = {
  help: 'Help',
  title: 'How to use the editor',
  close: 'Close',
  steps: [
    'Click a space on the map, or search for it. Nothing moves until it is selected and you take up a tool.',
    'Draw, drag corners, or change the form. Zones that share a corner move together.',
    'Everything can be undone. What you do is kept in this browser, also offline or after a crash.',
    'Read the list of changes, say what you did and why, and save. Where you may not publish, it becomes a proposal.',
  ],
  tools: 'Tools and their keys',
  more: 'More keys',
  keys: [
    ['Ctrl+Z', 'undo, also the last corner of a drawing'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Enter', 'finish a drawing'],
    ['Esc', 'leave a drawing, put the tool down'],
    ['Alt', 'held while drawing: nothing snaps'],
    ['Shift', 'and click: select one more'],
    ['?', 'this help'],
  ],
};
