/** Files that somebody drops or chooses, as backdrops; what goes together (image, world file, .prj) is found by name. */
import { BadFile, type Content } from './backdrop';
import { crsOfPrj, type Crs } from './crs';
import { boxOf } from './world-file';

const MOST_MB = 200;
const MOST_VECTOR_MB = 20;
const WORLD = ['pgw', 'pngw', 'jgw', 'jpgw', 'jpegw', 'tfw', 'wld'];
const BESIDE = new Set([...WORLD, 'prj']);
/** Which coordinate system an image is in that does not say so; null: never mind. */
export type AskCrs = (name: string) => Promise<Crs | null>;
export interface Read {
  readonly name: string;
  readonly content: Content;
}

/** Every backdrop among the files. Throws BadFile at the first that cannot be one; then none is taken. */
export async function readFiles(files: readonly File[], ask: AskCrs): Promise<Read[]> {
  const main = files.filter(({ name }) => !BESIDE.has(endOf(name)));
  const [lonely] = files;
  if (!main.length && lonely) throw new BadFile('unknown-kind', lonely.name);
  const found: Read[] = [];
  for (const file of main) {
    const content = await readOne(file, files, ask);
    if (content) found.push({ name: file.name, content });
  }
  return found;
}

async function readOne(file: File, beside: readonly File[], ask: AskCrs): Promise<Content | null> {
  const end = endOf(file.name);
  const isVector = ['geojson', 'json', 'kml', 'gpx'].includes(end);
  if (file.size > (isVector ? MOST_VECTOR_MB : MOST_MB) * 1e6)
    throw new BadFile('too-big', file.name, String(isVector ? MOST_VECTOR_MB : MOST_MB));
  try {
    if (isVector) return (await import('./vector')).readVector(file.name, end, await file.text());
    if (end === 'tif' || end === 'tiff') return await (await import('./geotiff')).readGeoTiff(file);
    if (['png', 'jpg', 'jpeg'].includes(end)) return await readImage(file, beside, ask);
  } catch (error) {
    throw error instanceof BadFile ? error : new BadFile('damaged', file.name);
  }
  throw new BadFile('unknown-kind', file.name);
}

async function readImage(file: File, beside: readonly File[], ask: AskCrs): Promise<Content | null> {
  const named = (ends: readonly string[]) =>
    beside.find(({ name }) => stemOf(name) === stemOf(file.name) && ends.includes(endOf(name)));
  const bitmap = await createImageBitmap(file);
  const pixels = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  const world = named(WORLD);
  if (!world) throw new BadFile('no-world-file', file.name);
  const box = boxOf(await world.text(), pixels);
  if (box === 'turned') throw new BadFile('turned', world.name);
  if (box === 'not-six-numbers') throw new BadFile('bad-world-file', world.name);
  const prj = named(['prj']);
  const said = prj ? crsOfPrj(await prj.text()) : null;
  if (said && 'unknown' in said) throw new BadFile('unknown-crs', file.name, said.unknown);
  const crs = said ? said.crs : await ask(file.name);
  return crs && { kind: 'image', picture: file, box, crs };
}

function endOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function stemOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.')).toLowerCase();
}
