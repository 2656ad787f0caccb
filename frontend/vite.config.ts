import { defineConfig } from 'vitest/config';

// Django collects `dist/` under STATIC_URL, so every address in the bundle starts there.
export default defineConfig({
  base: '/static/',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy allows no data: fonts
    rolldownOptions: { input: ['src/main.ts', 'src/admin/map-widget.ts'] },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
