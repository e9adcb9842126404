import { join } from 'node:path'
import { lockForWriting } from '../lock.ts'
import { migratePostgres } from '../migrate-postgres.ts'
import { makeFolder, migrateSqlite } from '../migrate-sqlite.ts'
import type { AppliedMigration, Migration, Provider } from '../migrations.ts'
import { committedMigrations } from '../migrations.ts'
import { parseUrl } from '../url.ts'
import * as postgres from './postgres.ts'
import * as sqlite from './sqlite.ts'

/** The file of a copy, by the kind of its database. */
export const COPY_NAMES: Readonly<Record<Provider, string>> = { sqlite: 'database.sqlite', postgresql: 'database.dump' }

export type Copied = Readonly<{ provider: Provider; file: string; migrations: readonly AppliedMigration[] }>

/** All of a database as of one instant into a file of this folder, while the program runs on it. */
export async function copyDatabase(url: string, folder: string): Promise<Copied> {
  const place = parseUrl(url)
  const file = COPY_NAMES[place.provider]
  const to = join(folder, file)
  const copied = place.provider === 'sqlite' ? sqlite.copySqlite(place.path, to) : postgres.dumpPostgres(place.url, to)
  return { provider: place.provider, file, migrations: await copied }
}

/** Where the logs of a copy can be read: of a dump they are those of the database itself. */
export const copyUrl = (url: string, file: string): string =>
  parseUrl(url).provider === 'sqlite' ? `file:${file}` : url

/** A database made of a copy, at this program's version; nobody else knows of it. */
export type Trial = Readonly<{ url: string; discard(): Promise<void> }>

/** `label` tells it from others on the server of `url`. */
export async function openCopy(url: string, file: string, label: string): Promise<Trial> {
  const place = parseUrl(url)
  if (place.provider === 'sqlite') {
    sqlite.checkedCopy(file)
    migrateSqlite(file)
    return { url: `file:${file}`, discard: () => sqlite.dropAside(file) }
  }
  const name = beside(place.url, 'trial', label)
  const discard = async (): Promise<void> => void (await postgres.dropBeside(place.url, name))
  const trial = await postgres.createBeside(place.url, name, 'empty')
  try {
    await postgres.fillPostgres(trial, file)
    await migratePostgres(trial)
    return { url: trial, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

/** PostgreSQL cuts longer names. */
const MOST_NAME = 40
const beside = (url: string, what: string, label: string): string =>
  `${postgres.nameOf(url).slice(0, MOST_NAME)}_${what}_${label.replaceAll('-', '_')}`

/** A trial takes the place of the database; answers where the old one lies now. */
export async function takePlace(url: string, trial: Trial, label: string): Promise<string> {
  const place = parseUrl(url)
  if (place.provider === 'sqlite') {
    const aside = `${place.path}.before-${label}`
    await sqlite.exchange(place.path, trial.url.slice('file:'.length), aside)
    return aside
  }
  const aside = beside(place.url, 'before', label)
  await postgres.exchangeDatabases(place.url, { incoming: postgres.nameOf(trial.url), aside, firmly: false })
  return aside
}

/** Refuses where the program runs on it, and keeps it from starting until `release` where the database lets us. */
export async function holdStill(url: string): Promise<Readonly<{ release(): void }>> {
  const place = parseUrl(url)
  if (place.provider === 'sqlite') {
    makeFolder(place.path)
    return lockForWriting(place.path)
  }
  await postgres.refuseWhileInUse(place.url)
  return { release: () => undefined }
}

export type Saved = Readonly<{ putBack(): Promise<void>; discard(): Promise<void> }>

/** A copy of the database byte by byte, on the same disk or server, until what is tried with it has gone well. Nobody may be using it. */
export async function saveAside(url: string, label: string): Promise<Saved> {
  const place = parseUrl(url)
  if (place.provider === 'sqlite') {
    const aside = `${place.path}.before-${label}`
    await sqlite.setAside(place.path, aside)
    return { putBack: () => sqlite.putBack(place.path, aside), discard: () => sqlite.dropAside(aside) }
  }
  const [saved, failed] = [beside(place.url, 'before', label), beside(place.url, 'failed', label)]
  await postgres.createBeside(place.url, saved, 'copy')
  const discard = async (name: string): Promise<void> => void (await postgres.dropBeside(place.url, name))
  return {
    async putBack() {
      await postgres.exchangeDatabases(place.url, { incoming: saved, aside: failed, firmly: true })
      await discard(failed)
    },
    discard: () => discard(saved),
  }
}

/** Applies what is missing; `committed` = the migrations of this program. */
export async function migrate(url: string, committed: Migration[]): Promise<void> {
  const place = parseUrl(url)
  if (place.provider === 'sqlite') migrateSqlite(place.path, committed)
  else await migratePostgres(place.url, committed)
}

/** The migrations of this program for such a database. */
export const migrationsOf = (url: string): Migration[] => committedMigrations(parseUrl(url).provider)
