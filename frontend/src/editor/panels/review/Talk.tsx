/** What author and reviewers say about a proposal; said is said. */
import { useState } from 'preact/hooks';

import { given } from '../../../api/client';
import { apiOf, toldOf } from '../asking';
import { momentText } from '../compare/values';
import { useDesk } from '../context';
import type { Proposal } from './queue';

export function Talk({ proposal, again }: { readonly proposal: Proposal; readonly again: () => void }) {
  const { world } = useDesk();
  const { review } = world.words;
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const say = async () => {
    if (!text.trim()) return;
    try {
      await given(
        apiOf(world).POST('/proposals/{proposal_id}/comments', {
          params: { path: { proposal_id: proposal.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { text: text.trim() },
        }),
      );
      setText('');
      setFault('');
      again();
    } catch (error) {
      setFault(toldOf(world, error));
    }
  };
  return (
    <section class="ed-talk" aria-labelledby="ed-talk-title">
      <h3 id="ed-talk-title">{review.talk}</h3>
      {proposal.comments.length > 0 && (
        <ul>
          {proposal.comments.map((comment) => (
            <li key={comment.created_at}>
              <p class="ed-line-who">
                {review.by(comment.author, momentText(comment.created_at, world.page.language))}
              </p>
              <p>{comment.text}</p>
            </li>
          ))}
        </ul>
      )}
      <form
        class="ed-reason"
        onSubmit={(event) => {
          event.preventDefault();
          void say();
        }}
      >
        <label class="ed-reason">
          {review.remark}
          <textarea
            rows={2}
            maxLength={2000}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
            }}
          />
        </label>
        {fault && (
          <p class="ed-warning" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" class="ed-plain">
          {review.send}
        </button>
      </form>
    </section>
  );
}
