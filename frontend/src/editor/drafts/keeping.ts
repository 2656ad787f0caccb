/** Ties the drafts to the world: every step is kept at once, and what was left over is offered or taken up again. */
import { effect, signal, type Signal } from '@preact/signals';

import { restore } from '../core/journal';
import { arrive, type World } from '../state/world';
import { Drafts, type Draft } from './drafts';
import { ownTab } from './tab';

export interface Keeping {
  /** Drafts of tabs that are no more: a crash, a closed window. */
  readonly left: Signal<readonly Draft[]>;
  takeUp: (draft: Draft) => void;
  throwAway: (draft: Draft) => void;
}

/** Starts keeping, once the spaces are loaded: a draft of this very tab is taken up without asking; `send` sends what waits. */
export async function keepDrafts(world: World, send: () => void): Promise<Keeping> {
  const tab = await ownTab();
  const drafts = new Drafts(world.page.user?.name ?? '', tab);
  const left = signal<readonly Draft[]>([]);
  const takeUp = (draft: Draft) => {
    arrive(world, restore(world.journal.value, draft.journal));
    world.comment.value ||= draft.comment;
    world.queue.value = [...draft.queue, ...world.queue.value];
    world.notice.value = world.words.restored(draft.journal.changed.size);
    left.value = left.value.filter((other) => other !== draft);
    if (draft.tab !== tab) void drafts.forget(draft);
    send();
  };
  const found = await drafts.left();
  left.value = found.filter((draft) => draft.tab !== tab);
  const own = found.find((draft) => draft.tab === tab);
  if (own) takeUp(own);
  effect(() => {
    const [journal, comment, queue] = [world.journal.value, world.comment.value, world.queue.value];
    drafts.keep(journal, comment, queue).catch(() => {
      world.notice.value = world.words.notKept;
    });
  });
  return {
    left,
    takeUp,
    throwAway: (draft) => {
      left.value = left.value.filter((other) => other !== draft);
      void drafts.forget(draft);
    },
  };
}
