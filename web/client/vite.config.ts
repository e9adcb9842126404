import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The pages of the command room. No inlined pictures and no preload script, so that a strict CSP (`script-src 'self'`) holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false, target: 'es2022' },
})
