/** What could not be read, and the way to try again. */
import { useDesk } from '../context';

export function Failed({ words, onAgain }: { readonly words: string; readonly onAgain: () => void }) {
  const { compare } = useDesk().world.words;
  return (
    <div class="ed-trouble" role="alert">
      <p>{words}</p>
      <button type="button" class="ed-plain" onClick={onAgain}>
        {compare.tryAgain}
      </button>
    </div>
  );
}
