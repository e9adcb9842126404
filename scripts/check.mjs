// `npm run check [name…]`: every `check:*` script of package.json, one line each.
// All of them run, so that one reading names every fault.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const all = Object.keys(scripts).flatMap((name) => (name.startsWith('check:') ? [name.slice('check:'.length)] : []))

function passes(name) {
  const started = performance.now()
  const run = spawnSync('npm', ['run', '--silent', `check:${name}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  const ok = run.status === 0
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(9)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (!ok) console.log(`${run.stdout}${run.stderr}\n`)
  return ok
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : all
const failed = wanted.filter((name) => !passes(name))
console.log(failed.length === 0 ? 'all checks passed' : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
