/** The fields that differ, by their names in words, before and after. */
import { useDesk } from '../context';
import { labelsOf } from './labels';
import { fieldText, valueText, type Reading } from './values';

export type Pairs = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

export function useReading(collection: string): Reading {
  const { page, words } = useDesk().world;
  const choices = page.collections.find(({ id }) => id === collection)?.choices ?? {};
  return { language: page.language, words: words.compare, choices };
}

export function Fields({ collection, pairs }: { readonly collection: string; readonly pairs: Pairs }) {
  const reading = useReading(collection);
  const labels = labelsOf(useDesk().world, collection);
  const { words } = reading;
  const names = Object.keys(pairs);
  if (!names.length) return null;
  return (
    <table class="ed-fields">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{fieldText(name, labels, words.shape)}</th>
            <td>
              <del>{valueText(name, pairs[name]?.before, reading)}</del>
            </td>
            <td>
              <ins>{valueText(name, pairs[name]?.after, reading)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
