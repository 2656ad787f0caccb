/** One proposal: who wants what and why, what differs in words and on the map, and the ways to decide. */
import { useState } from 'preact/hooks';

import { given } from '../../../api/client';
import { useAsked } from '../asking';
import { Failed } from '../compare/Failed';
import { momentText } from '../compare/values';
import { useDesk } from '../context';
import { Changes } from './Changes';
import { Decision } from './Decision';
import { partnerName } from './Review';
import { Talk } from './Talk';
import { open, type Proposal } from './queue';

export function OneProposal({ id }: { readonly id: number }) {
  const { compare } = useDesk().world.words;
  const { asked, again } = useAsked(
    (api) => given(api.GET('/proposals/{proposal_id}', { params: { path: { proposal_id: id } } })),
    [id],
  );
  return (
    <section class="ed-proposal" aria-labelledby="ed-proposal-title">
      <button
        type="button"
        class="ed-plain ed-back"
        onClick={() => {
          open(null);
        }}
      >
        ← {compare.back}
      </button>
      {asked.kind === 'loading' && <p role="status">{compare.loading}</p>}
      {asked.kind === 'failed' && <Failed words={asked.words} onAgain={again} />}
      {asked.kind === 'there' && <Whole proposal={asked.value} again={again} />}
    </section>
  );
}

function Whole({ proposal, again }: { readonly proposal: Proposal; readonly again: () => void }) {
  const [chosen, setChosen] = useState<Choices>({});
  return (
    <>
      <Head proposal={proposal} />
      <Changes proposal={proposal} chosen={chosen} onChoose={setChosen} />
      <Decision proposal={proposal} chosen={chosen} again={again} />
      <Talk proposal={proposal} again={again} />
    </>
  );
}

/** For each change by its place, whose value holds by field. */
export type Choices = Readonly<Record<string, Readonly<Record<string, 'mine' | 'theirs'>>>>;

function Head({ proposal }: { readonly proposal: Proposal }) {
  const { page, words } = useDesk().world;
  const { review } = words;
  const moment = (text: string) => momentText(text, page.language);
  return (
    <header>
      <h2 id="ed-proposal-title">
        {review.number(proposal.id)}{' '}
        <span class={`ed-state ed-state-${proposal.state}`}>{review.state[proposal.state]}</span>
      </h2>
      <p class="ed-line-who">
        {review.by(proposal.author ?? review.resident, moment(proposal.created_at))}
        {proposal.partners.length > 0 &&
          ` · ${review.partner} ${proposal.partners.map((id) => partnerName(page.collections, id)).join(', ')}`}
      </p>
      <blockquote>{proposal.comment || review.noComment}</blockquote>
      {proposal.note && <Told term={review.note} text={proposal.note} />}
      {proposal.contact && <Told term={review.contact} text={proposal.contact} hint={review.contactHint} />}
      {proposal.reviewed_by && proposal.reviewed_at && (
        <Told
          term={review.decidedBy(proposal.reviewed_by, moment(proposal.reviewed_at))}
          text={proposal.reason || '–'}
        />
      )}
    </header>
  );
}

interface ToldProps {
  readonly term: string;
  readonly text: string;
  readonly hint?: string;
}

function Told({ term, text, hint }: ToldProps) {
  return (
    <dl class="ed-told">
      <dt>{term}</dt>
      <dd>{text}</dd>
      {hint && <dd class="ed-hint">{hint}</dd>}
    </dl>
  );
}
