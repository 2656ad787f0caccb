/**
 * Saving: all edits as one changeset, or none. Whatever the answer, nothing that was typed is lost.
 *
 * While the server cannot be reached the wish to save is kept, and carried out when it can be reached again; the
 * Idempotency-Key of a changeset stays with it, so that one whose answer got lost is not applied twice.
 */
import { effect } from '@preact/signals';

import { renamed, saved, setAside, type Edit } from '../core/journal';
import { keyOf, same, type SpaceKey, type Stored } from '../core/space';
import { arrive, type World } from '../state/world';
import { changesetBody, readAnswer, type Answer, type ChangesetBody } from './changeset';
import { loadCollection, loadSpace, type Fetch } from './loading';

/** So many spaces are read one by one after saving; above, their collections are read anew. */
const MOST_SINGLE = 20;

interface Sent {
  readonly body: ChangesetBody;
  readonly key: string;
}

class Unreachable extends Error {}

export class Saving {
  private last: Sent | undefined;

  constructor(
    private readonly world: World,
    private readonly ask: Fetch = (address, init) => fetch(address, init),
  ) {}

  /** Carries out a wish to save that was made while the server was out of reach. Gives the way to stop. */
  watch(): () => void {
    const again = () => {
      if (this.world.wish.value) void this.save(this.world.wish.value === 'propose');
    };
    window.addEventListener('online', again);
    const stop = effect(() => {
      const unsaved = this.world.edits.value.length > 0;
      window.onbeforeunload = unsaved ? keepOpen : null;
    });
    return () => {
      window.removeEventListener('online', again);
      stop();
    };
  }

  async save(propose: boolean): Promise<void> {
    const { world } = this;
    const edits = world.edits.value;
    if (!edits.length || world.sync.value === 'saving') return;
    world.sync.value = 'saving';
    world.refusals.value = [];
    try {
      const answer = await this.send(edits, propose);
      world.wish.value = null;
      await this.take(answer, edits, propose);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      world.wish.value = propose ? 'propose' : 'save';
      world.sync.value = 'offline';
    }
  }

  private async send(edits: readonly Edit[], propose: boolean): Promise<Answer> {
    const body = changesetBody(edits, this.world.comment.value, propose);
    this.last = this.last && same(this.last.body, body) ? this.last : { body, key: crypto.randomUUID() };
    const headers = {
      'Content-Type': 'application/json',
      'Accept-Language': this.world.page.language,
      'X-CSRFToken': this.world.csrf.value,
      'Idempotency-Key': this.last.key,
    };
    const asked = this.ask('/api/changesets', { method: 'POST', headers, body: JSON.stringify(body) });
    const response = await asked.catch((error: unknown) => {
      throw new Unreachable('nobody answers', { cause: error });
    });
    return readAnswer(response, edits);
  }

  private async take(answer: Answer, edits: readonly Edit[], propose: boolean): Promise<void> {
    const { world } = this;
    world.sync.value = 'unsaved';
    switch (answer.kind) {
      case 'applied':
        await this.applied(edits, answer.ids);
        return;
      case 'proposed':
        arrive(world, setAside(world.journal.value, edits), world.words.proposed);
        world.comment.value = '';
        return;
      case 'conflict':
        world.conflicts.value = answer.conflicts;
        return;
      case 'refused':
        world.refusals.value = answer.refusals;
        return;
      case 'signed-out':
        world.wish.value = propose ? 'propose' : 'save';
        world.signedOut.value = true;
        return;
      case 'later':
        world.notice.value = answer.words;
    }
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
    arrive(world, saved(renamed(world.journal.value, names), sent, fresh), world.words.saved(edits.length));
    world.selection.value = selected;
    world.comment.value = '';
  }

  /** The spaces as the server holds them now. */
  private async stored(sent: readonly Edit[]): Promise<Map<SpaceKey, Stored>> {
    const keys = sent.filter((edit) => edit.after).map((edit) => edit.key);
    if (keys.length > MOST_SINGLE) {
      const collections = [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))];
      const found = await Promise.all(collections.map((id) => loadCollection(id, this.ask)));
      return new Map(found.flatMap((spaces) => [...spaces]));
    }
    const found = await Promise.all(keys.map(async (key) => [key, await loadSpace(key, this.ask)] as const));
    return new Map(found);
  }
}

/** The browser asks before it leaves the page. */
function keepOpen(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function nameAt(ids: readonly { collection: string; id: string }[], n: number): SpaceKey | undefined {
  const found = ids[n];
  return found && keyOf(found.collection, found.id);
}
