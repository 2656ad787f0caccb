/** The keys of the editor. Letters are read by their place on the keyboard, so that a Thai layout works too. */
import { redoNext, undoLast, type ToolName, type World } from '../state/world';
import { whyNot } from './reasons';
import { KEYS } from './registry';
import { isTyping } from './typing';

export function followKeys(world: World): () => void {
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (command(world, event)) event.preventDefault();
  };
  document.addEventListener('keydown', press);
  return () => {
    document.removeEventListener('keydown', press);
  };
}

function command(world: World, event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.code === 'KeyZ') (event.shiftKey ? redoNext : undoLast)(world);
  else if (control && event.code === 'KeyY') redoNext(world);
  else if (event.key === 'Escape') putDown(world);
  else if (control || event.altKey) return false;
  else return pick(world, event.code);
  return true;
}

function putDown(world: World): void {
  world.hand.failed.value = null;
  if (world.tool.value === 'select') world.selection.value = [];
  else world.tool.value = 'select';
}

function pick(world: World, code: string): boolean {
  const found = Object.entries(KEYS).find(([, letter]) => code === `Key${letter}`);
  if (!found) return false;
  takeUp(world, found[0] as ToolName);
  return true;
}

/** Takes a tool into the hand, and says how it is used, or why it cannot be. */
export function takeUp(world: World, tool: ToolName): void {
  const reason = whyNot(world, tool);
  world.notice.value = reason || world.words.toolHint[tool];
  if (!reason) world.tool.value = tool;
}
