/**
 * Writes the PostgreSQL schema and generates both database clients, without a download.
 * `--check` writes nothing and fails when a committed file is out of step with prisma/schema.prisma.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { postgresSchema } from '../prisma/postgres.ts'

const root = dirname(import.meta.dirname)
const source = join(root, 'prisma/schema.prisma')
const derived = join(root, 'prisma/postgres/schema.prisma')
const migrated = join(root, 'prisma/migrations/schema.prisma')

function outOfStep(): string[] {
  const schema = readFileSync(source, 'utf8')
  return [
    ...(readOrEmpty(derived) === postgresSchema(schema)
      ? []
      : ['prisma/postgres/schema.prisma is out of step: run `npm run generate`']),
    ...(withoutComments(readOrEmpty(migrated)) === withoutComments(schema)
      ? []
      : ['prisma/schema.prisma has no migration yet: run `npx tsx scripts/make-migration.ts <name> --postgres <url>`']),
  ]
}

const withoutComments = (schema: string) => schema.replace(/^\s*\/\/.*\n/gm, '')

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function writePostgresSchema(): void {
  const text = postgresSchema(readFileSync(source, 'utf8'))
  if (readOrEmpty(derived) === text) return
  mkdirSync(dirname(derived), { recursive: true })
  writeFileSync(derived, text)
}

/** The CLI wants a schema engine it never calls here; any executable will do, and spares the download. */
function generate(schema: string): void {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const run = spawnSync(process.execPath, [cli, 'generate', '--no-hints', '--schema', schema], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`prisma generate failed for ${schema}:\n${run.stdout}${run.stderr}`)
}

if (process.argv.includes('--check')) {
  const faults = outOfStep()
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
} else {
  writePostgresSchema()
  generate(source)
  generate(derived)
}
