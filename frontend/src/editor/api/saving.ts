/**
 * Saving: edits as one changeset, or none. Whatever the answer, nothing that was typed is lost.
 *
 * Each press of the button makes a changeset that waits in a queue; the queue is sent in order. While the server cannot be
 * reached it grows, and it is sent when the server can be reached again. The Idempotency-Key of a changeset stays with
 * it, through a reload too, so that one whose answer got lost is not applied twice.
 */
import { effect } from '@preact/signals';

import { renamed, saved, setAside, type Edit } from '../core/journal';
import { keyOf, type SpaceKey, type Stored } from '../core/space';
import { arrive, type World } from '../state/world';
import { changesetBody, readAnswer, type Answer, type ChangesetBody } from './changeset';
import { loadCollection, loadSpace, type Fetch } from './loading';
import { posting, sessionOf } from './posting';
import { editsOf, rekeyed, unqueued, type Batch } from './queue';

/** So many spaces are read one by one after saving; above, their collections are read anew. */
const MOST_SINGLE = 20;
const AGAIN_MS = 10_000;

class Unreachable extends Error {}

export class Saving {
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly world: World,
    private readonly ask: Fetch = (address, init) => fetch(address, init),
  ) {}

  /** Sends what waits when the server can be reached again. Gives the way to stop. */
  watch(): () => void {
    const { world } = this;
    const back = () => {
      if (world.sync.value === 'offline') world.sync.value = rest(world);
      void this.flush();
    };
    const away = () => {
      world.sync.value = 'offline';
    };
    window.addEventListener('online', back);
    window.addEventListener('offline', away);
    const stop = effect(() => {
      const unsaved = world.edits.value.length > 0 || world.queue.value.length > 0;
      window.onbeforeunload = unsaved ? keepOpen : null;
    });
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', away);
      clearTimeout(this.again);
      stop();
    };
  }

  /** Saves, or proposes, everything, or only these spaces. */
  async save(propose: boolean, only?: ReadonlySet<SpaceKey>): Promise<void> {
    const { world } = this;
    if (world.sync.value === 'saving') return;
    const contents = unqueued(world.journal.value, world.queue.value, only);
    if (contents.size) {
      const batch: Batch = {
        key: crypto.randomUUID(),
        comment: world.comment.value,
        propose,
        contents,
        body: null,
      };
      world.queue.value = [...world.queue.value, batch];
      world.comment.value = '';
    }
    await this.flush();
  }

  /** Sends what waits, in order, until something needs a person. */
  async flush(): Promise<void> {
    const { world } = this;
    if (!world.queue.value.length || world.sync.value === 'saving') return;
    clearTimeout(this.again);
    world.sync.value = 'saving';
    world.refusals.value = [];
    try {
      let done = true;
      while (done && world.queue.value[0]) done = await this.sendOne(world.queue.value[0]);
      world.sync.value = rest(world);
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        world.sync.value = rest(world);
        throw error;
      }
      world.sync.value = 'offline';
      this.again = setTimeout(() => void this.flush(), AGAIN_MS);
    }
  }

  /** Whether the first batch of the queue is done with, and the next may follow. */
  private async sendOne(batch: Batch): Promise<boolean> {
    const { world } = this;
    const edits = editsOf(world.journal.value, batch);
    if (!edits.length) {
      world.queue.value = world.queue.value.slice(1);
      return true;
    }
    const body = batch.body ?? changesetBody(edits, batch.comment, batch.propose);
    world.queue.value = [{ ...batch, body }, ...world.queue.value.slice(1)];
    const answer = await this.send(body, batch.key, edits);
    return this.take(answer, edits, batch);
  }

  private async send(body: ChangesetBody, key: string, edits: readonly Edit[]): Promise<Answer> {
    const init = posting(sessionOf(this.world), body, { 'Idempotency-Key': key });
    const response = await this.ask('/api/changesets', init).catch((error: unknown) => {
      throw new Unreachable('nobody answers', { cause: error });
    });
    return readAnswer(response, edits);
  }

  private async take(answer: Answer, edits: readonly Edit[], batch: Batch): Promise<boolean> {
    const { world } = this;
    switch (answer.kind) {
      case 'applied':
        await this.applied(edits, answer.ids);
        return true;
      case 'proposed':
        world.queue.value = world.queue.value.slice(1);
        arrive(world, setAside(world.journal.value, edits), world.words.proposed);
        return true;
      case 'under-way':
        throw new Unreachable('the first request is still being worked on');
      case 'signed-out':
        world.signedOut.value = true;
        return false;
      case 'conflict':
        this.giveBack(batch);
        world.conflicts.value = answer.conflicts;
        return false;
      case 'refused':
      case 'later':
        this.giveBack(batch);
        world.refusals.value = this.told(answer);
        return false;
    }
  }

  /** Nothing waits any more: a person has to look first. All that was changed is still changed. */
  private giveBack(batch: Batch): void {
    this.world.comment.value ||= batch.comment;
    this.world.queue.value = [];
  }

  private told(answer: Extract<Answer, { kind: 'refused' | 'later' }>) {
    const { saving } = this.world.words;
    if (answer.kind === 'later') return [{ key: null, field: '', words: answer.words || saving.waits }];
    return answer.refusals.map((each) => ({ ...each, words: each.words || saving.noWords(answer.status) }));
  }

  private async applied(
    edits: readonly Edit[],
    ids: readonly { collection: string; id: string }[],
  ): Promise<void> {
    const { world } = this;
    const names = new Map(edits.map((edit, n) => [edit.key, nameAt(ids, n) ?? edit.key]));
    const sent = edits.map((edit) => ({ ...edit, key: names.get(edit.key) ?? edit.key }));
    const fresh = await this.stored(sent);
    const selected = world.selection.value.map((key) => names.get(key) ?? key);
    world.queue.value = rekeyed(world.queue.value.slice(1), names);
    arrive(world, saved(renamed(world.journal.value, names), sent, fresh), world.words.saved(edits.length));
    world.selection.value = selected;
  }

  /** The spaces as the server holds them now. Raises Unreachable: the changeset is then sent, and answered, again. */
  private async stored(sent: readonly Edit[]): Promise<Map<SpaceKey, Stored>> {
    const keys = sent.filter((edit) => edit.after).map((edit) => edit.key);
    try {
      if (keys.length > MOST_SINGLE) {
        const collections = [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
        const found = await Promise.all(collections.map((id) => loadCollection(id, this.ask)));
        return new Map(found.flatMap((spaces) => [...spaces]));
      }
      const found = await Promise.all(
        keys.map(async (key) => [key, await loadSpace(key, this.ask)] as const),
      );
      return new Map(found);
    } catch (error) {
      throw new Unreachable('what was saved could not be read', { cause: error });
    }
  }
}

/** How the world stands when nothing is under way. */
function rest({ edits }: World): 'unsaved' | 'saved' {
  return edits.value.length ? 'unsaved' : 'saved';
}

/** The browser asks before it leaves the page. */
function keepOpen(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function nameAt(ids: readonly { collection: string; id: string }[], n: number): SpaceKey | undefined {
  const found = ids[n];
  return found && keyOf(found.collection, found.id);
}
