// What a browser can download as JavaScript, in gzip kB: an entry and everything it may import, now or later.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// Apart are what only somebody who drops a GeoTIFF fetches: the decoder, and the codecs that a file asks for.
const LIMITS = [
  { who: 'visitor', entry: 'src/main.ts', most: 130 },
  { who: 'editor', entry: 'src/editor/main.tsx', most: 180, without: 'src/editor/backdrop/geotiff.ts' },
  { who: 'editor, GeoTIFF decoder', entry: 'src/editor/backdrop/geotiff.ts', most: 110, beside: 'src/editor/main.tsx' },
];

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function reach(name, without, seen = new Set()) {
  if (seen.has(name) || name === without) return seen;
  seen.add(name);
  const { imports = [], dynamicImports = [] } = manifest[name];
  for (const next of [...imports, ...dynamicImports]) reach(next, without, seen);
  return seen;
}

function kb(file) {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;
}

for (const { who, entry, most, without, beside } of LIMITS) {
  const known = beside ? reach(beside, entry) : new Set();
  const files = [...reach(entry, without)].filter((name) => !known.has(name)).map((name) => manifest[name].file);
  const sizes = files.filter((file) => file.endsWith('.js')).map((file) => [file, kb(file)]);
  const total = sizes.reduce((sum, [, each]) => sum + each, 0);
  for (const [file, each] of sizes) console.log(`${each.toFixed(1).padStart(7)} kB  ${file}`);
  console.log(`${total.toFixed(1).padStart(7)} kB  ${who}, in all, at most ${most}\n`);
  if (total > most) process.exitCode = 1;
}
