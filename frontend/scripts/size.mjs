// What a browser can download as JavaScript, in gzip kB: an entry and everything it may import, now or later.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// What lies under the spaces is fetched when the layers panel is opened or a file is dropped, readers of files when such a
// file is chosen; of the two languages one session fetches one.
const ON_DEMAND = [
  'src/editor/panels/Backdrops.tsx',
  '_session',
  'src/map/raster.ts',
  'src/editor/backdrop/geotiff.ts',
  'src/editor/backdrop/vector.ts',
  'node_modules/exifreader/src/exif-reader.js',
];
const LIMITS = [
  { who: 'visitor', entries: ['src/main.ts'], most: 130 },
  {
    who: 'editor',
    entries: ['src/editor/main.tsx'],
    most: 180,
    without: [...ON_DEMAND, 'src/editor/words/english.ts'],
  },
  { who: 'backdrops and readers of files', entries: ON_DEMAND, most: 180, beside: ['src/editor/main.tsx'] },
];

const dist = new URL('../dist/', import.meta.url);
const read = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
// A chunk that several parts share is named by the build, with a hash.
const plain = (name) => name.replace(/^(_.+)-[\w-]{8}\.js$/, '$1');
const manifest = Object.fromEntries(Object.entries(read).map(([name, chunk]) => [plain(name), chunk]));

function reach(names, without = [], seen = new Set()) {
  for (const name of names) {
    if (seen.has(name) || without.includes(name)) continue;
    seen.add(name);
    const { imports = [], dynamicImports = [] } = manifest[name];
    reach([...imports, ...dynamicImports].map(plain), without, seen);
  }
  return seen;
}

function kb(file) {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;
}

for (const { who, entries, most, without, beside } of LIMITS) {
  const known = beside ? reach(beside, entries) : new Set();
  const files = [...reach(entries, without)]
    .filter((name) => !known.has(name))
    .map((name) => manifest[name].file);
  const sizes = files.filter((file) => file.endsWith('.js')).map((file) => [file, kb(file)]);
  const total = sizes.reduce((sum, [, each]) => sum + each, 0);
  for (const [file, each] of sizes) console.log(`${each.toFixed(1).padStart(7)} kB  ${file}`);
  console.log(`${total.toFixed(1).padStart(7)} kB  ${who}, in all, at most ${most}\n`);
  if (total > most) process.exitCode = 1;
}
