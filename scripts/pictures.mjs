// `npm run pictures`: the pictures of the READMEs, made by the browser tests while they check the pages.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
// a machine without Chinese fonts lends the browser ours
const folder = mkdtempSync(join(tmpdir(), 'shaozi-fonts-'))
const fonts = join(folder, 'fonts.conf')
const ours = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
writeFileSync(
  fonts,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${ours}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
)
const env = { ...process.env, FONTCONFIG_FILE: fonts, SHAOZI_PICTURES: join(root, 'docs', 'images') }
const tests = ['tests/browser/demo.test.ts', 'tests/browser/desk.test.ts']
const run = spawnSync('npx', ['vitest', 'run', '--project', 'browser', ...tests], { cwd: root, env, stdio: 'inherit' })
process.exitCode = run.status ?? 1
