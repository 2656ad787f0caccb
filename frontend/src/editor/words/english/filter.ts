/** Words of the filters. */
export const filter = {
  filters: 'Show only',
  kind: 'Kind',
  status: 'Status',
  theme: 'Theme',
  partner: 'Partner',
  all: 'All',
  allOf: (title: string) => `${title}: all`,
  on: (n: number) => (n === 1 ? '1 filter is on' : `${n} filters are on`),
  changedToo: 'What you have changed is always shown.',
  clear: 'Clear the filters',
  countOf: (shown: number, all: number) => `${shown} of ${all}`,
};
