import { describe, expect, it } from 'vitest';

import type { Edit } from './journal';
import { mayPublish } from './rights';
import type { Content, Json } from './space';

function owned(partner: Json): Content {
  return { geometry: { type: 'Point', coordinates: [100, 7] }, properties: { partner } };
}
function edit(before: Content | null, after: Content | null): Edit {
  return { action: 'modify', key: 'amenities/a', version: 1, before, after };
}
const PUBLISHER = { publish: false, publish_for: ['town'], propose: true };

describe('publishing', () => {
  it('is free to a reviewer', () => {
    expect(mayPublish({ ...PUBLISHER, publish: true }, [edit(owned(null), owned('other'))])).toBe(true);
  });

  it('is for spaces that are and stay the own partner’s', () => {
    expect(mayPublish(PUBLISHER, [edit(owned('town'), owned('town'))])).toBe(true);
    expect(mayPublish(PUBLISHER, [edit(null, owned('town'))])).toBe(true);
    expect(mayPublish(PUBLISHER, [edit(owned('town'), owned('other'))])).toBe(false);
    expect(mayPublish(PUBLISHER, [edit(owned('town'), null), edit(null, owned(null))])).toBe(false);
  });
});
