import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const STYLES = fileURLToPath(new URL('src/map/style-functions.ts', import.meta.url));

/** Leaves the reader of flat styles out of the maps. */
const withoutFlatStyles: Plugin = {
  name: 'without-flat-styles',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '../render/canvas/style.js' && importer?.includes('/ol/layer/') ? STYLES : undefined,
};

// Django collects `dist/` under STATIC_URL, so every address in the bundle starts there.
export default defineConfig({
  base: '/static/',
  publicDir: false,
  plugins: [withoutFlatStyles],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: false, // the lazy parts are few, and Django names the files it preloads anew
    assetsInlineLimit: 0, // the content security policy allows no data: fonts
    rolldownOptions: {
      input: [
        'src/main.ts',
        'src/api-map.ts',
        'src/editor/main.tsx',
        'src/admin/map-widget.ts',
        'src/admin/admin.css',
      ],
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
