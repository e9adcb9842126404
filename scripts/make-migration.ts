/**
 * Makes the next committed migration for both databases from what changed in prisma/schema.prisma:
 * `npx tsx scripts/make-migration.ts <name> [--empty] [--postgres <url of any empty PostgreSQL database>]` (or POSTGRES_URL).
 * `--empty` makes the files to be written by hand (triggers, data). Nothing is downloaded.
 */
import { mkdirSync, readFileSync, existsSync, readdirSync, writeFileSync, copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { postgresSchema } from '../prisma/postgres.ts'

/** Node has it; its types come with the DOM library, which this project leaves out. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

const folder = join(dirname(import.meta.dirname), 'prisma')
const migrations = join(folder, 'migrations')
const migrated = join(migrations, 'schema.prisma')

async function loadEngine(): Promise<void> {
  const file = fileURLToPath(
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  )
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

async function difference(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  from: string | null,
  to: string,
): Promise<string> {
  const files = (content: string) => [{ path: 'schema.prisma', content }]
  const options = { datamodels: [['schema.prisma', to]] satisfies [string, string][] }
  const engine = await engineModule.SchemaEngine.new(
    options,
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  const result = await engine.diff({
    from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: files(from) },
    to: { tag: 'schemaDatamodel', files: files(to) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return (result.stdout ?? '').replace(/^-- CreateSchema\nCREATE SCHEMA .*\n\n/, '')
}

function nextName(name: string): string {
  const last = existsSync(join(migrations, 'sqlite')) ? readdirSync(join(migrations, 'sqlite')).length : 0
  return `${String(last + 1).padStart(4, '0')}_${name}`
}

function write(provider: string, name: string, sql: string): void {
  const target = join(migrations, provider, name)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'migration.sql'), sql)
  console.log(join(target, 'migration.sql'))
}

async function main(name: string, postgresUrl: string | undefined, empty: boolean): Promise<void> {
  if (!empty && postgresUrl === undefined)
    throw new Error('the PostgreSQL engine needs a reachable server: give --postgres <url> or POSTGRES_URL')
  const before = existsSync(migrated) ? readFileSync(migrated, 'utf8') : null
  const after = readFileSync(join(folder, 'schema.prisma'), 'utf8')
  const full = nextName(name)
  if (empty) {
    for (const provider of ['sqlite', 'postgresql']) write(provider, full, '-- written by hand\n')
    return
  }
  await loadEngine()
  const sqlite = await difference(new PrismaBetterSqlite3({ url: ':memory:' }), before, after)
  const adapter = new PrismaPg({ connectionString: postgresUrl ?? '' })
  const postgres = await difference(adapter, before === null ? null : postgresSchema(before), postgresSchema(after))
  write('sqlite', full, sqlite)
  write('postgresql', full, postgres)
  copyFileSync(join(folder, 'schema.prisma'), migrated)
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, empty: { type: 'boolean', default: false } },
})
const [name] = positionals
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npx tsx scripts/make-migration.ts <name> [--empty] [--postgres <url>]   (name: a-z, 0-9, _)')
  process.exitCode = 2
} else {
  await main(name, values.postgres ?? process.env['POSTGRES_URL'], values.empty)
  process.exit()
}
