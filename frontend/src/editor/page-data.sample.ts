/** A page of a planner who may publish points and zones: what the tests begin with. */
import type { PageData } from './page-data';

function collection(id: string, title: string, shape: string) {
  return { id, title, geometry_types: [shape], may_write: true, choices: {} };
}

export const PAGE: PageData = {
  language: 'en',
  other_language: '/th/editor/',
  user: { name: 'planner', login: 'planner', role: 'Planner' },
  rights: { publish: true, publish_for: [], propose: true },
  csrf: 'token-1',
  collections: [
    collection('wisdom-places', 'Places', 'Point'),
    collection('urban-design-zones', 'Zones', 'MultiPolygon'),
  ],
  orientation: '',
  basemap: '',
  log_out: '/en/logout/',
  coverage: '/en/editor/coverage/',
  home: [100, 7, 101, 8],
};
