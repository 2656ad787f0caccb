/** What a planner looks at while drawing: what is selected, and what would be saved. */
import { ChangeList } from './ChangeList';
import { SpaceForm } from './SpaceForm';

export function Work() {
  return (
    <>
      <ChangeList />
      <SpaceForm />
    </>
  );
}
