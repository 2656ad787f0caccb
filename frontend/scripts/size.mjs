// What a visitor's browser downloads as JavaScript, in gzip kB: the entry and everything it can import.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 130;
const folder = new URL('../dist/assets/', import.meta.url);
const sizes = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length / 1000]);
const total = sizes.reduce((sum, [, kb]) => sum + kb, 0);
for (const [name, kb] of sizes) console.log(`${kb.toFixed(1).padStart(7)} kB  ${name}`);
console.log(`${total.toFixed(1).padStart(7)} kB  in all, at most ${LIMIT_KB}`);
process.exitCode = total > LIMIT_KB ? 1 : 0;
