// `npm run check [name…]`: every `check:*` script of package.json, one line each.
// All of them run, so that one reading names every fault. One that could not be made (exit code 3) is neither good nor bad, and is said.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const all = Object.keys(scripts).flatMap((name) => (name.startsWith('check:') ? [name.slice('check:'.length)] : []))

const NOT_RUN = 3

/** 'ok', 'FAIL', or 'skip' where it could not be made here. */
function verdictOf(name) {
  const started = performance.now()
  const run = spawnSync('npm', ['run', '--silent', `check:${name}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  const verdict = run.status === 0 ? 'ok' : run.status === NOT_RUN ? 'skip' : 'FAIL'
  console.log(`${verdict.padEnd(4)} ${name.padEnd(9)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (verdict !== 'ok') console.log(`${run.stdout}${run.stderr}\n`)
  return verdict
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : all
const verdicts = new Map(wanted.map((name) => [name, verdictOf(name)]))
const those = (verdict) => wanted.filter((name) => verdicts.get(name) === verdict)
const [failed, skipped] = [those('FAIL'), those('skip')]
const rest = skipped.length === 0 ? '' : ` (not made here: ${skipped.join(', ')})`
console.log(failed.length === 0 ? `all checks passed${rest}` : `failed: ${failed.join(', ')}${rest}`)
process.exitCode = failed.length === 0 ? 0 : 1
