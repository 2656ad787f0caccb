/** Words about what lies under the spaces. */
export const backdrop = {
  title: 'Backdrops',
  hint: 'Drop a file on the map or choose one: GeoTIFF, image with world file, GeoJSON, KML or GPX. It stays in this browser.',
  choose: 'Choose files…',
  reading: 'Reading…',
  added: (n: number) => (n === 1 ? 'The backdrop is on the map.' : `${n} backdrops are on the map.`),
  ask: (name: string) => `Which coordinates does ${name} have?`,
  crs: {
    'EPSG:4326': 'Degrees, WGS 84',
    'EPSG:32647': 'Metres, UTM 47N (WGS 84)',
    'EPSG:24047': 'Metres, UTM 47N (Indian 1975)',
    'EPSG:3857': 'Web Mercator',
    'EPSG:32648': 'Metres, UTM 48N (WGS 84)',
  },
  cancel: 'Cancel',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  zoom: (name: string) => `Show all of ${name}`,
  remove: (name: string) => `Remove ${name} from this browser`,
  fault: {
    'unknown-kind': (file: string) => `${file} is not a kind of file that can lie under the map.`,
    'too-big': (file: string, most: string) => `${file} is larger than ${most} MB.`,
    'too-many': (file: string, most: string) => `${file} holds more than ${most} features.`,
    damaged: (file: string) => `${file} cannot be read. It may be damaged.`,
    empty: (file: string) => `${file} holds nothing that could be drawn.`,
    'unknown-crs': (file: string, name: string) =>
      `${file} is in a coordinate system that is not known here${name && ` (${name})`}. Known are WGS 84, UTM 47N and 48N, Web Mercator and Indian 1975 / UTM 47N.`,
    'no-crs': (file: string) => `${file} does not say which coordinate system it is in.`,
    'no-world-file': (file: string) =>
      `${file} does not say where it lies. Choose its world file (.pgw, .jgw, .tfw or .wld) together with it.`,
    'bad-world-file': (file: string) => `${file} is not a world file: six numbers are wanted.`,
    turned: (file: string) => `${file} turns the image. Only images with north up can be shown.`,
    'not-kept': (file: string) => `This browser has no room to keep ${file}.`,
  },
};
