/** The review panel: the queue of proposals, and the one that is open. */
import { useState } from 'preact/hooks';

import { Failed } from '../compare/Failed';
import { ageText } from '../compare/values';
import { useAsked } from '../asking';
import { useDesk } from '../context';
import { OneProposal } from './OneProposal';
import { PAGE, open, opened, page, type Filter, type Line } from './queue';

export function Review() {
  const [filter, setFilter] = useState<Filter>('open');
  if (opened.value !== null) return <OneProposal key={opened.value} id={opened.value} />;
  return <Queue filter={filter} onFilter={setFilter} />;
}

interface QueueProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Queue({ filter, onFilter }: QueueProps) {
  const { review } = useDesk().world.words;
  return (
    <section class="ed-review" aria-labelledby="ed-review-title">
      <h2 id="ed-review-title">{review.title}</h2>
      <fieldset class="ed-segments">
        <legend>{review.show}</legend>
        {(['open', 'mine', 'decided'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="ed-review-filter"
              checked={filter === each}
              onChange={() => {
                onFilter(each);
              }}
            />
            <span>{review.filter[each]}</span>
          </label>
        ))}
      </fieldset>
      <Pages key={filter} filter={filter} />
    </section>
  );
}

/** A page of the queue, and below it the next ones as they are asked for. */
function Pages({ filter, before }: { readonly filter: Filter; readonly before?: number }) {
  const { compare, review } = useDesk().world.words;
  const [onward, setOnward] = useState(false);
  const { asked, again } = useAsked((api) => page(api, filter, before), [filter, before]);
  if (asked.kind === 'loading') return <p role="status">{compare.loading}</p>;
  if (asked.kind === 'failed') return <Failed words={asked.words} onAgain={again} />;
  const lines = asked.value.proposals;
  const last = lines.at(-1);
  if (!last) return before === undefined ? <p>{review.empty[filter]}</p> : null;
  return (
    <>
      <ul class="ed-queue">
        {lines.map((line) => (
          <QueueLine key={line.id} line={line} />
        ))}
      </ul>
      {onward ? (
        <Pages filter={filter} before={last.id} />
      ) : (
        lines.length === PAGE && (
          <button
            type="button"
            class="ed-plain"
            onClick={() => {
              setOnward(true);
            }}
          >
            {review.more}
          </button>
        )
      )}
    </>
  );
}

function QueueLine({ line }: { readonly line: Line }) {
  const { world } = useDesk();
  const { review } = world.words;
  const partners = line.partners.map((id) => partnerName(world.page.collections, id));
  return (
    <li class={`ed-line ed-line-${line.state}`}>
      <button
        type="button"
        class="ed-line-open"
        onClick={() => {
          open(line.id);
        }}
      >
        <span class="ed-line-what">{line.comment || review.noComment}</span>
        <span class="ed-line-who">
          {review.by(line.author ?? review.resident, ageText(line.created_at, world.page.language))}
        </span>
      </button>
      <p class="ed-line-more">
        <span class={`ed-state ed-state-${line.state}`}>{review.state[line.state]}</span>
        <span>{review.spaces(line.changes)}</span>
        {partners.length > 0 && <span>{partners.join(', ')}</span>}
        {line.comments > 0 && <span>{review.said(line.comments)}</span>}
      </p>
    </li>
  );
}

/** A partner as the forms call it. */
export function partnerName(
  collections: ReturnType<typeof useDesk>['world']['page']['collections'],
  id: string,
): string {
  const choices = collections.flatMap((each) => each.choices.partner ?? []);
  return choices.find(({ value }) => value === id)?.label ?? id;
}
