// What a visitor's browser can download as JavaScript, in gzip kB: the entry and everything it may import, now or later.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 130;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function reach(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const { imports = [], dynamicImports = [] } = manifest[name];
  for (const next of [...imports, ...dynamicImports]) reach(next, seen);
  return seen;
}

const files = [...reach('src/main.ts')].map((name) => manifest[name].file);
const sizes = files.map((file) => [
  file,
  gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000,
]);
const total = sizes.reduce((sum, [, kb]) => sum + kb, 0);
for (const [file, kb] of sizes) console.log(`${kb.toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(7)} kB  in all, at most ${LIMIT_KB}`);
process.exitCode = total > LIMIT_KB ? 1 : 0;
