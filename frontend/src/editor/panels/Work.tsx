/** What a planner looks at while drawing: what is selected, and what would be saved. */
import { ChangeList } from './ChangeList';
import { FromPhoto } from './FromPhoto';
import { SpaceForm } from './SpaceForm';
import { useDesk } from './context';

export function Work() {
  const { world } = useDesk();
  return (
    <>
      <ChangeList />
      <SpaceForm />
      {!world.selection.value.length && <FromPhoto />}
    </>
  );
}
