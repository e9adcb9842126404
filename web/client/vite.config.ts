import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

/** What a browser is sent lies beside what was built, packed once and not for every visitor. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true })
      for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name)))
        await writeFile(join(dir, `${file}.gz`), await promisify(gzip)(await readFile(join(dir, file)), { level: 9 }))
    },
  }
}

/** The pages of the command room. No inlined pictures and no preload script, so that a strict CSP (`script-src 'self'`) holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [vue(), packed()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false, target: 'es2022' },
})
