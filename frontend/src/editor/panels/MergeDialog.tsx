/** Before areas are merged: whose id goes on, and where they differ, whose value it gets. */
import { useState } from 'preact/hooks';

import { differing } from '../core/choosing';
import { partsOf, type Json, type SpaceKey } from '../core/space';
import { find, nameOf } from '../state/world';
import { merge } from '../tools/acts';
import { Dialog } from './Dialog';
import { useDesk } from './context';
import { fieldsFor } from './fields';

export function MergeDialog() {
  const { world } = useDesk();
  const { acts } = world.words;
  const keys = world.selection.value;
  const [keep, setKeep] = useState<SpaceKey | undefined>(keys[0]);
  const [chosen, setChosen] = useState<Readonly<Record<string, SpaceKey>>>({});
  const contents = keys.flatMap((key) => find(world, key) ?? []);
  const fields = keys[0] ? fieldsFor(world, partsOf(keys[0]).collection) : [];
  const shown = differing(contents.map(({ properties }) => properties));
  const rows = fields.filter(({ name }) => shown.includes(name));
  const text = (value: Json | undefined, name: string): string => {
    const choice = fields.find((field) => field.name === name)?.choices.find((each) => each.value === value);
    if (value === undefined || value === null || value === '') return acts.empty;
    return choice?.label ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
  const act = () => {
    const base = keep && find(world, keep);
    if (!keep || !base) return false;
    const taken = Object.entries(chosen).map(([name, key]) => [
      name,
      find(world, key)?.properties[name] ?? null,
    ]);
    merge(world, keys, keep, { ...base.properties, ...(Object.fromEntries(taken) as Record<string, Json>) });
    return true;
  };
  return (
    <Dialog title={acts.mergeTitle} hint={acts.mergeHint} act={acts.command.merge} onAct={act}>
      <table class="ed-merge">
        <tbody>
          <tr>
            <th scope="row">{acts.goesOn}</th>
            {keys.map((key) => (
              <td key={key}>
                <label class="ed-check">
                  <input
                    type="radio"
                    name="keep"
                    checked={key === keep}
                    onChange={() => {
                      setKeep(key);
                      setChosen({});
                    }}
                  />
                  {nameOf(world, key)}
                </label>
              </td>
            ))}
          </tr>
          {rows.map(({ name, label }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              {keys.map((key) => (
                <td key={key}>
                  <label class="ed-check">
                    <input
                      type="radio"
                      name={`value-${name}`}
                      checked={(chosen[name] ?? keep) === key}
                      onChange={() => {
                        setChosen({ ...chosen, [name]: key });
                      }}
                    />
                    {text(find(world, key)?.properties[name], name)}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
