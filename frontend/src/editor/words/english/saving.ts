/** Words of saving: what changed, what stands in the way, how two changes of one space are settled. */
export const saving = {
  details: 'What changes',
  field: 'Field',
  before: 'Before',
  after: 'After',
  proposeOnly: 'You may propose these changes. Who looks after the spaces will review and publish them.',
  mayNothing: 'This account can look, but neither change nor propose anything.',
  waits: 'The server is busy.',
  noWords: (status: number) =>
    status === 413
      ? 'These are too many changes for one changeset. Save a part of them first.'
      : `The server did not save it (${status}). Try again in a while.`,
  theyChanged: (labels: string) => `They also changed: ${labels}`,
  goneTitle: (name: string) => `${name} was deleted meanwhile`,
  goneHint: 'Somebody deleted this space while you changed it. What you did is still here.',
  acceptGone: 'Let it be deleted',
  keepAsNew: 'Keep mine as a new space',
  keptAsNew: 'Your version is now a new space. Save to store it.',
  youDelete: 'You want to delete it.',
  deleteAnyway: 'Delete it anyway',
  allMineOnly: 'Mine throughout',
  settled: 'Settled. Save again when you are ready.',
  otherWindow: 'Another window of this browser has unsaved work of its own.',
  queued: (n: number) => (n === 1 ? '1 changeset waits to be sent' : `${n} changesets wait to be sent`),
  sent: (n: number) => (n === 1 ? 'Sent, 1 changeset.' : `Sent, ${n} changesets in order.`),
};
