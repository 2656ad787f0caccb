/** Backdrops: files of one's own and what the operator offers, seen or not, how strongly, in which order. */
import { useEffect, useState } from 'preact/hooks';

import '../look/backdrops.css';
import type { Backdrop, Backdrops as All } from '../backdrop/backdrops';
import { ASKED } from '../backdrop/crs';
import { backdropsOf, fault, question, reading, take } from '../backdrop/session';
import { useDesk } from './context';

const FILES = '.tif,.tiff,.png,.jpg,.jpeg,.pgw,.pngw,.jgw,.jpgw,.tfw,.wld,.prj,.geojson,.json,.kml,.gpx';

export function Backdrops() {
  const { world, canvas } = useDesk();
  const words = world.words.backdrop;
  const [all, setAll] = useState<All | null>(null);
  useEffect(() => {
    void backdropsOf(world, canvas).then(setAll);
  }, [world, canvas]);
  const list = all?.list.value ?? [];
  return (
    <section class="ed-backdrops" aria-labelledby="ed-backdrops-title">
      <h2 id="ed-backdrops-title">{words.title}</h2>
      <p class="ed-hint">{words.hint}</p>
      <label class="ed-file">
        <input
          type="file"
          multiple
          accept={FILES}
          disabled={reading.value}
          onChange={(event) => {
            const input = event.currentTarget;
            const files = [...(input.files ?? [])];
            input.value = '';
            void take(world, canvas, files);
          }}
        />
        <span>{reading.value ? words.reading : words.choose}</span>
      </label>
      {fault.value && (
        <p class="ed-bad" role="alert">
          {words.fault[fault.value.code](fault.value.file, fault.value.detail)}
        </p>
      )}
      <Asking />
      {all && (
        <ul>
          {[...list].reverse().map((backdrop, n) => (
            <Row
              key={backdrop.id}
              all={all}
              backdrop={backdrop}
              first={n === 0}
              last={n === list.length - 1}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Asking() {
  const { world } = useDesk();
  const words = world.words.backdrop;
  const asked = question.value;
  if (!asked) return null;
  return (
    <fieldset class="ed-ask">
      <legend>{words.ask(asked.name)}</legend>
      {ASKED.map((crs) => (
        <button
          key={crs}
          type="button"
          onClick={() => {
            asked.answer(crs);
          }}
        >
          {words.crs[crs]}
        </button>
      ))}
      <button
        type="button"
        onClick={() => {
          asked.answer(null);
        }}
      >
        {words.cancel}
      </button>
    </fieldset>
  );
}

interface RowProps {
  readonly all: All;
  readonly backdrop: Backdrop;
  readonly first: boolean;
  readonly last: boolean;
}

function Row({ all, backdrop: { id, name, attribution, own, visible, opacity }, first, last }: RowProps) {
  const { world } = useDesk();
  const words = world.words.backdrop;
  return (
    <li>
      <label class="ed-check">
        <input
          type="checkbox"
          checked={visible}
          onChange={(event) => {
            all.change(id, { visible: event.currentTarget.checked });
          }}
        />
        <span class="ed-layer-name" title={name}>
          {name}
        </span>
      </label>
      {visible && attribution && <small>{attribution}</small>}
      <span class="ed-layer-tools">
        <input
          type="range"
          min="0.1"
          max="1"
          step="0.1"
          value={opacity}
          aria-label={world.words.opacity(name)}
          onInput={(event) => {
            all.change(id, { opacity: Number(event.currentTarget.value) });
          }}
        />
        <Act
          label={words.up(name)}
          sign="↑"
          off={first}
          act={() => {
            all.move(id, 1);
          }}
        />
        <Act
          label={words.down(name)}
          sign="↓"
          off={last}
          act={() => {
            all.move(id, -1);
          }}
        />
        {all.hasPlace(id) && (
          <Act
            label={words.zoom(name)}
            sign="⌖"
            act={() => {
              all.zoomTo(id);
            }}
          />
        )}
        {own && <Act label={words.remove(name)} sign="×" act={() => void all.remove(id)} />}
      </span>
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly sign: string;
  readonly off?: boolean;
  readonly act: () => void;
}

function Act({ label, sign, off = false, act }: ActProps) {
  return (
    <button type="button" class="ed-sign" aria-label={label} title={label} disabled={off} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
