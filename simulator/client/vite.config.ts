import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/**
 * The phones page. Relative addresses (`base`), so that it works under any prefix such as /demo/;
 * no inlined pictures and no preload script, so that a strict CSP (`default-src 'self'`) holds.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false, target: 'es2022' },
})
