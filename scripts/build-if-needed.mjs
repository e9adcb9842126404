// Builds what is missing or older than its sources: `node scripts/build-if-needed.mjs [--force] [step…]`.
// Plain JavaScript without packages: it is the first thing that runs in a fresh clone. Speaks on stderr only,
// because stdout belongs to the command that follows (`npm run -s shaozi -- doctor --json`).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules', '.cache', 'shaozi')
const program = [
  'app',
  'domain',
  'bot',
  'handlers',
  'jobs',
  'store',
  'config',
  'posters',
  'evidence',
  'learning',
  'identity',
  'documents',
  'report',
  'cli',
  'web',
  'simulator',
]
const wiring = readdirSync(root).filter((name) => /^(tsconfig.*|package-lock)\.json$|(?<!\.config)\.ts$/.test(name))

/** In the order they depend on each other; `from` are its sources, `makes` a file that must exist afterwards. */
const steps = [
  {
    name: 'generate',
    says: 'database clients',
    from: ['prisma/schema.prisma', 'prisma/postgres.ts', 'scripts/generate.ts', 'package-lock.json'],
    makes: 'store/generated',
  },
  {
    name: 'compile',
    says: 'program',
    from: [...program, ...wiring],
    skip: ['simulator/client', 'web/client'],
    makes: 'dist/main.js',
  },
  {
    name: 'phones',
    says: 'phones page',
    from: ['simulator/client', 'simulator/api.ts', 'package-lock.json'],
    skip: ['simulator/client/dist'],
    makes: 'simulator/client/dist/index.html',
  },
  {
    name: 'pages',
    says: 'pages of the command room',
    from: [
      'web/client',
      'web/roles.ts',
      'web/setup.ts',
      // what of the rules runs in the browser, too
      'domain/assess',
      'domain/board',
      'domain/task.ts',
      'domain/wording-names.ts',
      'package-lock.json',
    ],
    skip: ['web/client/dist'],
    makes: 'web/client/dist/index.html',
  },
]

function filesOf(path, skip = []) {
  const full = join(root, path)
  if (skip.includes(path) || !existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesOf(`${path}/${name}`, skip))
}

function fingerprint(step) {
  const hash = createHash('sha256')
  for (const path of step.from.flatMap((from) => filesOf(from, step.skip)))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

const stampOf = (step) => join(stamps, `${step.name}.built`)

function isFresh(step) {
  if (!existsSync(join(root, step.makes)) || !existsSync(stampOf(step))) return false
  return readFileSync(stampOf(step), 'utf8') === fingerprint(step)
}

function build(step) {
  const before = fingerprint(step)
  const started = performance.now()
  const run = spawnSync('npm', ['run', '--silent', step.name], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0)
    throw new Error(`could not build the ${step.says} (npm run ${step.name}):\n${run.stdout}${run.stderr}`)
  writeFileSync(stampOf(step), before)
  console.error(`built the ${step.says} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

function buildStale(wanted, force) {
  for (const step of wanted) {
    if (!force && isFresh(step)) continue
    rmSync(stampOf(step), { force: true })
    build(step)
  }
}

function main(names, force) {
  const wanted = names.length === 0 ? steps : steps.filter((step) => names.includes(step.name))
  const tools = ['typescript', 'tsx', 'vite'].every((name) => existsSync(join(root, 'node_modules', name)))
  if (!tools) return assertBuilt(wanted)
  mkdirSync(stamps, { recursive: true })
  if (force || !wanted.every(isFresh)) withLock(join(stamps, 'build.lock'), () => buildStale(wanted, force))
}

/** An image without the build tools runs what was built into it. */
function assertBuilt(wanted) {
  if (wanted.every((step) => existsSync(join(root, step.makes)))) return
  throw new Error('the build tools are not installed: run `npm ci --include=dev`')
}

try {
  const given = process.argv.slice(2)
  main(
    given.filter((argument) => argument !== '--force'),
    given.includes('--force'),
  )
} catch (fault) {
  console.error(fault.message)
  process.exitCode = 1
}
