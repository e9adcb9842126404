/**
 * The import table of `.dependency-cruiser.cjs`, and proof that it is alive: a cruise of nothing fails
 * (with a TypeScript it cannot read, dependency-cruiser silently sees 0 modules), and so does a table
 * that lets known offences pass.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { sources, whereIs } from './sources.ts'

type Cruise = Readonly<{ summary: Readonly<{ totalCruised: number; violations: readonly Violation[] }> }>
type Violation = Readonly<{ from: string; to: string; rule: Readonly<{ name: string }> }>

const root = dirname(import.meta.dirname)
const folders = [
  'domain',
  'config',
  'demo',
  'posters',
  'documents',
  'report',
  'cli',
  'store',
  'bot',
  'handlers',
  'jobs',
  'web',
  'simulator',
  'tests',
  'bench',
  'scripts',
  'prisma',
]
const parts = [...readdirSync(root).filter((name) => /(?<!\.config)\.ts$/.test(name)), ...folders]

/** Each of these files breaks the rule named beside it. */
const offences: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['domain/a.ts', `import '../bot/a.ts'`, 'domain may import nothing'],
  ['domain/b.ts', `import 'node:fs'`, 'domain-is-pure'],
  ['bot/a.ts', `import '../handlers/a.ts'`, 'bot may import domain, beside'],
  ['handlers/a.ts', `import { b } from '../store/b.ts'\nexport const a = b`, 'handlers may only name types of store'],
  ['store/b.ts', `import 'bullmq'\nexport const b = 1`, 'bullmq lives in jobs'],
  ['jobs/a.ts', `import './b.ts'`, 'no-cycles'],
  ['jobs/b.ts', `import './a.ts'\nimport '@prisma/client'`, '@prisma lives in store'],
  ['web/a.ts', `import '../tests/a.ts'`, 'nothing imports what looks from outside'],
  ['tests/a.ts', `import './missing.ts'`, 'every import resolves'],
]

function cruise(cwd: string, paths: readonly string[]): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const options = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json']
  const run = spawnSync(process.execPath, [program, ...options, ...paths], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.stdout === '') throw new Error(`dependency-cruiser failed: ${run.stderr}`)
  return JSON.parse(run.stdout) as Cruise
}

function uncaughtOffences(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-imports-'))
  try {
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    for (const [file, text] of offences) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const caught = cruise(folder, ['.']).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
    return offences.map(([file, , rule]) => `${file}: ${rule}`).filter((offence) => !caught.includes(offence))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The context is what everyone may import, so it must not carry anything: only the names of types pass through it. */
function contextValues(): string[] {
  const [context] = sources(['.']).filter((file) => file.fileName === 'context.ts')
  return (context?.statements ?? [])
    .filter((node) => !isTypes(node))
    .map((node) => `${whereIs(node)}: the context only names types`)
}

function isTypes(node: ts.Statement): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly === true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
}

const { summary } = cruise(root, parts)
const faults = [
  ...(summary.totalCruised === 0 ? ['0 modules were read: is TypeScript still below 7?'] : []),
  ...summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
  ...contextValues(),
  ...uncaughtOffences().map((offence) => `the import table no longer catches a known offence — ${offence}`),
]
for (const fault of faults) console.error(fault)
console.log(`${summary.totalCruised} modules, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
