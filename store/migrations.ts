import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StoreRefusal } from './refusal.ts'

export type Provider = 'sqlite' | 'postgresql'
export type Migration = Readonly<{ name: string; sql: string; checksum: string }>
export type AppliedMigration = Readonly<{ name: string; checksum: string }>

/** The committed SQL of prisma/migrations, in order; found from the sources and from dist/ alike. */
export function committedMigrations(provider: Provider): Migration[] {
  const folder = join(packageRoot(import.meta.dirname), 'prisma', 'migrations', provider)
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** The folder of the program, with its package.json, above one of its own. */
export function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('no package.json above the program: prisma/migrations cannot be found')
  return packageRoot(parent)
}

/** What is still to be applied. Refuses a database that a newer program wrote, or one whose migrations are not ours. */
export function pendingMigrations(committed: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const known = new Map(committed.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum } of applied) {
    if (!known.has(name)) throw newer(name)
    if (known.get(name) !== checksum) throw changed(name)
  }
  const done = new Set(applied.map(({ name }) => name))
  return committed.filter(({ name }) => !done.has(name))
}

function newer(name: string): StoreRefusal {
  return new StoreRefusal(
    'database-newer',
    `the database was written by a newer version of this program (it has migration ${name}): install that version or newer`,
  )
}

function changed(name: string): StoreRefusal {
  return new StoreRefusal(
    'migration-changed',
    `migration ${name} is not the one this database was made with: a committed migration was edited; restore the original file`,
  )
}
