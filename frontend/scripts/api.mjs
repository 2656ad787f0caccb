// Writes the types of the API into src/api/schema.d.ts, from the OpenAPI document of the project itself; with --check it
// only tells whether they are as they would be written.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TARGET = new URL('../src/api/schema.d.ts', import.meta.url);
const HEAD =
  '// Written by `npm run api` from the OpenAPI document. Do not edit: change what the API says of itself.\n\n';
/** What a program in a browser has no use for: files to download, tiles, pages. */
const LEFT_OUT = /\/(tiles|tileMatrixSets|export|queryables|conformance)\b/;
/** Nearly the same for each kind of space, and so one path; its schemas become the union of those of the kinds. */
const OF_EVERY_KIND =
  /^\/collections\/([^/{]+)(\/schema|\/items(?:\/\{feature_id\}(?:\/(?:versions.*|restore|undo))?)?)?$/;
const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

const text = HEAD + astToString(await openapiTS(withoutWords(narrowed(document()))));
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('src/api/schema.d.ts is not what the API says of itself: run `npm run api` in frontend/.');
  process.exitCode = 1;
}

/** The document as `manage.py openapi` writes it. */
function document() {
  const done = spawnSync('.venv/bin/python', ['manage.py', 'openapi'], { cwd: ROOT, maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`manage.py openapi failed:\n${done.stderr}`);
  return JSON.parse(done.stdout);
}

function narrowed(found) {
  const paths = {};
  const kinds = Object.keys(found.paths).flatMap((path) => OF_EVERY_KIND.exec(path)?.[1] ?? []);
  for (const [path, item] of Object.entries(found.paths)) {
    if (LEFT_OUT.test(path)) continue;
    const [, kind, rest = ''] = OF_EVERY_KIND.exec(path) ?? [];
    const good = successful(item);
    if (kind) paths[`/collections/{collection}${rest}`] ??= generalised(good, kind, [...new Set(kinds)]);
    else paths[path] = good;
  }
  return { ...found, paths, components: { schemas: withUnions(found.components.schemas, kinds) } };
}

/** Answers that are no success become an error in the client, never data; pages are for people. */
function successful(item) {
  const operations = Object.entries(item).filter(([verb]) => VERBS.includes(verb));
  const told = operations.map(([verb, { responses, ...rest }]) => {
    const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    for (const [, { content }] of good) if (content) delete content['text/html'];
    return [verb, { ...rest, responses: Object.fromEntries(good) }];
  });
  return Object.fromEntries(told);
}

/** The operations of one kind as those of all: the kind is a parameter, its schemas are the unions. */
function generalised(item, kind, kinds) {
  const own = new RegExp(`(#/components/schemas/)${pascal(kind)}(Features?|New|Patch)"`, 'g');
  const schema = { type: 'string', enum: kinds };
  const collection = { name: 'collection', in: 'path', required: true, schema };
  const general = Object.entries(JSON.parse(JSON.stringify(item).replace(own, '$1Any$2"')));
  const told = general.map(([verb, { operationId, ...rest }]) => [
    verb,
    {
      ...rest,
      operationId: operationId.replace(pascal(kind), ''),
      parameters: [collection, ...(rest.parameters ?? [])],
    },
  ]);
  return Object.fromEntries(told);
}

function withUnions(schemas, kinds) {
  const unions = ['Feature', 'Features', 'New', 'Patch'].map((ending) => {
    const names = [...new Set(kinds)]
      .map((kind) => `${pascal(kind)}${ending}`)
      .filter((name) => name in schemas);
    return [`Any${ending}`, { oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) }];
  });
  return { ...schemas, ...Object.fromEntries(unions) };
}

/** Words for people change without a change of the types, and stand in /api/docs. */
function withoutWords(found) {
  return JSON.parse(
    JSON.stringify(found, (name, value) =>
      ['title', 'description', 'summary'].includes(name) && typeof value === 'string' ? undefined : value,
    ),
  );
}

function pascal(kind) {
  return kind.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase());
}
