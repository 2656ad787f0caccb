/** The way by which the selected spaces are moved, typed in metres. */
import { westernDigits } from '../../thai-digits';
import { shiftSelected } from '../tools/move';
import { useDesk } from './context';

export function MoveBar() {
  const { world } = useDesk();
  const { acts } = world.words;
  const submit = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const [east, north] = [metres(given.get('east')), metres(given.get('north'))];
    if (Number.isFinite(east) && Number.isFinite(north)) shiftSelected(world, [east, north]);
  };
  return (
    <form
      class="ed-move"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      {(['east', 'north'] as const).map((way) => (
        <label key={way}>
          {acts[way]}
          <input name={way} type="text" inputMode="decimal" autocomplete="off" defaultValue="0" />
        </label>
      ))}
      <button type="submit" class="ed-primary">
        {acts.moveIt}
      </button>
    </form>
  );
}

function metres(given: FormDataEntryValue | null): number {
  return typeof given === 'string' ? Number(westernDigits(given.trim()).replace(',', '.')) : NaN;
}
