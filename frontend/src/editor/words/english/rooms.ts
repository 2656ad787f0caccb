/** Words of the rail beside the map. */
export const rooms = {
  rail: 'Panels',
  work: 'Edit',
  layers: 'Layers',
  checks: 'Checks',
  review: 'Review',
  history: 'History',
  fold: 'Hide the panel',
  unfold: 'Show the panel',
  coverage: 'Coverage',
  signOut: 'Log out',
  scale: (n: string) => `1 : ${n}`,
  notThere: 'The space in the link is not there, or you may not see it.',
  loading: 'Loading…',
  notLoaded: 'This panel could not be loaded. Check the connection and try again.',
};
