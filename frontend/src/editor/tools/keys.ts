/** The keys of the editor. Letters are read by their place on the keyboard, so that a Thai layout works too. */
import { redoNext, undoLast, type ToolName, type World } from '../state/world';
import { KEYS } from './registry';

export function followKeys(world: World): () => void {
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return;
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
  else return takeUp(world, event.code);
  return true;
}

function putDown(world: World): void {
  if (world.tool.value === 'select') world.selection.value = [];
  else world.tool.value = 'select';
}

function takeUp(world: World, code: string): boolean {
  const found = Object.entries(KEYS).find(([, letter]) => code === `Key${letter}`);
  if (!found) return false;
  const tool = found[0] as ToolName;
  world.tool.value = tool;
  world.notice.value = world.words.toolHint[tool];
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
