/** Applying, rejecting, withdrawing; what the server says against it stands here in its words. */
import { useState } from 'preact/hooks';

import { ApiProblem, given, type Api } from '../../../api/client';
import { refresh } from '../../api/refreshing';
import { keyOf } from '../../core/space';
import { apiOf, seen, toldOf } from '../asking';
import { useDesk } from '../context';
import type { Choices } from './OneProposal';
import { count, type Proposal } from './queue';

interface DecisionProps {
  readonly proposal: Proposal;
  readonly chosen: Choices;
  readonly again: () => void;
}

type Act = 'applied' | 'rejected' | 'withdrawn';

export function Decision({ proposal, chosen, again }: DecisionProps) {
  const { world } = useDesk();
  const { review } = world.words;
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  if (proposal.state !== 'proposed') return null;
  const open = undecided(proposal, chosen);
  const act = async (what: Act) => {
    const lacks =
      what === 'rejected' && !reason.trim()
        ? review.reasonWanted
        : what === 'applied' && open
          ? review.chooseFirst
          : '';
    setFault(lacks);
    if (lacks) return;
    setBusy(true);
    try {
      await ACTS[what](apiOf(world), proposal, { reason: reason.trim(), chosen });
      world.notice.value = review[what](proposal.id);
      if (what === 'applied')
        await refresh(
          world,
          proposal.changes.map(({ collection, id }) => keyOf(collection, id)),
        );
      void count(world);
      again();
    } catch (error) {
      const replaced = error instanceof ApiProblem && error.status === 412;
      setFault(replaced ? review.changedSince : toldOf(world, error));
      if (error instanceof ApiProblem && (replaced || error.status === 409)) again();
    } finally {
      setBusy(false);
    }
  };
  const button = (what: Act, words: string, look: string) => (
    <button
      type="button"
      class={look}
      disabled={busy}
      onClick={() => {
        void act(what);
      }}
    >
      {words}
    </button>
  );
  return (
    <section class="ed-decision" aria-labelledby="ed-decision-title">
      <h3 id="ed-decision-title">{review.decide}</h3>
      {proposal.may_decide ? (
        <label class="ed-reason">
          {review.reason}
          <textarea
            rows={2}
            maxLength={1000}
            value={reason}
            aria-describedby="ed-reason-hint"
            onInput={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
          />
          <span id="ed-reason-hint" class="ed-hint">
            {review.reasonHint}
          </span>
        </label>
      ) : (
        <p>{review.waits}</p>
      )}
      {fault && (
        <p class="ed-warning" role="alert">
          {fault}
        </p>
      )}
      <div class="ed-save-buttons">
        {proposal.may_decide && button('applied', review.apply, 'ed-primary')}
        {proposal.may_decide && button('rejected', review.reject, 'ed-against')}
        {proposal.mine && button('withdrawn', review.withdraw, '')}
      </div>
    </section>
  );
}

/** Whether a field that both changed waits for a choice. */
function undecided({ changes }: Proposal, chosen: Choices): boolean {
  return changes.some(({ conflicts }, index) => conflicts.some(({ field }) => !chosen[index]?.[field]));
}

interface Given {
  readonly reason: string;
  readonly chosen: Choices;
}

const ACTS: Readonly<Record<Act, (api: Api, proposal: Proposal, wanted: Given) => Promise<unknown>>> = {
  applied: (api, { id, revision }, { reason, chosen }) =>
    given(
      api.POST('/proposals/{proposal_id}/apply', {
        params: { path: { proposal_id: id }, header: seen(revision) },
        body: { reason, resolutions: chosen },
      }),
    ),
  rejected: (api, { id, revision }, { reason }) =>
    given(
      api.POST('/proposals/{proposal_id}/reject', {
        params: { path: { proposal_id: id }, header: seen(revision) },
        body: { reason },
      }),
    ),
  withdrawn: (api, { id }) =>
    given(api.POST('/proposals/{proposal_id}/withdraw', { params: { path: { proposal_id: id } }, body: {} })),
};
