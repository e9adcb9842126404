import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { drill } from '../../backup/drill.ts'
import { choose } from '../../backup/examine.ts'
import type { House } from '../../backup/house.ts'
import { makeBackup } from '../../backup/make.ts'
import { restore } from '../../backup/restore.ts'
import { pendingAt, upgrade, type Upgrade } from '../../backup/upgrade.ts'
import { addKey } from '../../identity/keys.ts'
import { copyDatabase, migrate, migrationsOf } from '../../store/copy/copy.ts'
import type { Migration } from '../../store/migrations.ts'
import { openReadOnly } from '../../store/open.ts'
import { onBothDatabases, open, type Place } from '../store/databases.ts'
import { another, built, NOW, refusal } from './house.ts'

const HOW = { plain: false, rotate: true }
const LATER = new Date(NOW.getTime() + 3_600_000)

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** Every byte of a file; of a server every statement that would make the database again. */
async function fingerprint({ provider }: Place, url: string): Promise<string> {
  if (provider === 'sqlite') return sha256(await readFile(url.replace('file:', '')))
  const { username, hostname, port, pathname } = new URL(url)
  const args = ['-U', username, '-h', hostname, '-p', port, pathname.slice(1)]
  // since a repair of August 2025 every dump has a random word in it
  return sha256(
    execFileSync('pg_dump', args)
      .toString()
      .replaceAll(/^\\(un)?restrict .*$/gmu, ''),
  )
}

async function eventsIn(url: string): Promise<number> {
  const store = await openReadOnly(url)
  return (await store.verify().finally(() => store.close())).events
}

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: sha256(sql) })
const BROKEN = [
  migration('9001_a_column', 'ALTER TABLE "note" ADD COLUMN "later" TEXT'),
  migration('9002_broken', 'CREATE TABLE "half" ("id" TEXT); INSERT INTO "nowhere" VALUES (1)'),
]
const withMore = (url: string, more: readonly Migration[]): Migration[] => [...migrationsOf(url), ...more]
const trying = (url: string, more: readonly Migration[], faults: readonly string[] = []): Upgrade => ({
  committed: withMore(url, more),
  towns: ['QS'],
  examine: async () => faults,
  plain: false,
})

onBothDatabases((place) => {
  it('a backup made while the program runs is put back, with what it holds, and what was there is kept aside', async () => {
    const { house, store, photo } = await built(place)
    const { archive } = await makeBackup(house, HOW, NOW)
    await another(store, 2)
    await rm(join(house.dataDir, 'files'), { recursive: true })
    await writeFile(join(house.townConfig, 'new.csv'), 'later')
    const chosen = await choose(archive, house)
    expect(await refusal(restore(house, chosen, 'u-1', LATER)), 'the program runs').toBe('in-use')
    expect(await eventsIn(house.databaseUrl)).toBe(3)
    await store.close()
    const own = await readFile(house.identityKeysFile)
    await addKey(house.identityKeysFile)
    const done = await restore(house, chosen, 'u-1', LATER)
    expect(done).toMatchObject({ events: 2, files: 1, lost: 0 })
    expect(done.aside).toHaveLength(3)
    expect(await eventsIn(house.databaseUrl)).toBe(2)
    expect(await readFile(house.identityKeysFile)).toEqual(own)
    expect(existsSync(join(house.dataDir, 'files', photo.slice(0, 2), photo))).toBe(true)
    expect(existsSync(join(house.townConfig, 'new.csv'))).toBe(false)
    const aside = done.aside[0] ?? ''
    const old = place.provider === 'sqlite' ? `file:${aside}` : house.databaseUrl.replace(/[^/]+$/u, aside)
    expect(await eventsIn(old), 'what was there').toBe(3)
    const again = await open(house.databaseUrl)
    await another(again.store, 7)
    await again.store.close()
  })

  it('a trial leaves no trace but the note that it went well', async () => {
    const { house, store } = await built(place)
    expect(await refusal(drill(house, NOW))).toBe('no-archives')
    await makeBackup(house, HOW, NOW)
    await another(store, 2)
    const before = await eventsIn(house.databaseUrl)
    expect(await drill(house, LATER)).toMatchObject({ events: 2, files: 1, whole: true })
    expect(await eventsIn(house.databaseUrl)).toBe(before)
    expect((await store.note('last backup'))?.value).toBe(NOW.toISOString())
    expect((await store.note('last drill'))?.value).toBe(LATER.toISOString())
    expect((await readdir(house.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('a log that was tampered with is backed up, said, and can be restored as it was', async () => {
    const { house, store } = await built(place)
    const trigger = place.provider === 'sqlite' ? [] : [' ON "event"']
    for (const name of await triggersOf(place, house.databaseUrl))
      await place.raw(house.databaseUrl, `DROP TRIGGER "${name}"${trigger.join('')}`)
    await place.raw(house.databaseUrl, `UPDATE "event" SET "type" = 'signed' WHERE "seq" = 1`)
    const made = await makeBackup(house, HOW, NOW)
    expect(made.whole).toBe(false)
    expect((await store.note('last backup fault'))?.value).toBe('chain-broken')
    expect(await drill(house, LATER)).toMatchObject({ whole: false })
  })

  it('an archive of a newer program is refused before anything is touched', async () => {
    const { house, store } = await built(place)
    await place.raw(house.databaseUrl, newer(place))
    const { archive } = await makeBackupOfNewer(house)
    await store.close()
    const print = await fingerprint(place, house.databaseUrl)
    expect(await refusal(choose(archive, house).then((chosen) => restore(house, chosen, 'u-1', LATER)))).toBe(
      'database-newer',
    )
    expect(await refusal(pendingAt(house.databaseUrl))).toBe('database-newer')
    expect(await refusal(upgrade(house, trying(house.databaseUrl, []), LATER))).toBe('database-newer')
    expect(await fingerprint(place, house.databaseUrl)).toBe(print)
  })

  it('an upgrade that breaks half way leaves the database byte by byte what it was', async () => {
    const { house, store } = await built(place)
    expect(await refusal(upgrade(house, trying(house.databaseUrl, BROKEN), NOW)), 'the program runs').toBe('in-use')
    await store.close()
    const print = await fingerprint(place, house.databaseUrl)
    expect(await refusal(upgrade(house, trying(house.databaseUrl, BROKEN), NOW))).toBe('migration-failed')
    expect(await fingerprint(place, house.databaseUrl)).toBe(print)
    expect(await pendingAt(house.databaseUrl)).toEqual([])
    expect(await leftOf(place, house), 'nothing is left beside it').toEqual([])
    expect(
      (await readdir(house.folder)).filter((name) => name.startsWith('shaozi-')),
      'and a backup',
    ).toHaveLength(1)
    const again = await open(house.databaseUrl)
    await another(again.store, 7)
    await again.store.close()
  })

  it('one after which something is not well is undone, too; one that goes well stays', async () => {
    const { house, url } = await older(place)
    const print = await fingerprint(place, url)
    const [name = ''] = await pendingAt(url)
    expect(await refusal(upgrade(house, trying(url, [], ['a template is missing']), NOW))).toBe('self-test')
    expect(await fingerprint(place, url)).toBe(print)
    const losing = migrationsOf(url).map((one) =>
      one.name === name ? { ...one, sql: `${one.sql};DELETE FROM meta` } : one,
    )
    expect(await refusal(upgrade(house, { ...trying(url, []), committed: losing }, minutes(1)))).toBe('self-test')
    expect(await fingerprint(place, url)).toBe(print)
    expect((await upgrade(house, trying(url, []), LATER))?.applied).toEqual([name])
    expect(await pendingAt(url)).toEqual([])
    expect(await leftOf(place, house)).toEqual([])
    expect(await upgrade(house, trying(url, []), minutes(90)), 'nothing is to be done twice').toBeNull()
  })

  it('an archive of an older program is restored, and brought to this version', async () => {
    const { house, url } = await older(place)
    const { archive, whole } = await makeBackup(house, HOW, NOW)
    expect(whole, 'not looked at').toBeNull()
    expect(await pendingAt(url), 'the database is not touched').toHaveLength(1)
    await restore(house, await choose(archive, house), 'u-1', LATER)
    expect(await pendingAt(url)).toEqual([])
  })
})

const minutes = (n: number): Date => new Date(NOW.getTime() + n * 60_000)

/** A house whose database the program before this one made. */
async function older(place: Place): Promise<Readonly<{ house: House; url: string }>> {
  const { house, store } = await built(place)
  await store.close()
  const url = await place.fresh()
  if (place.provider === 'sqlite') await mkdir(dirname(url.replace('file:', '')), { recursive: true })
  await migrate(url, migrationsOf(url).slice(0, -1))
  await place.raw(url, `INSERT INTO "meta" ("key", "value") VALUES ('somebody', 'was here'), ('head', '1 abc')`)
  return { house: { ...house, databaseUrl: url }, url }
}

const newer = ({ provider }: Place): string =>
  `INSERT INTO "migration" ("name", "checksum", "appliedAt") VALUES ('9999_newer', 'x', ${provider === 'sqlite' ? '0' : 'now()'})`

/** As the newer program would have made it: this one refuses to. */
async function makeBackupOfNewer(house: House): Promise<Readonly<{ archive: string }>> {
  const { pack, partsOf } = await import('../../backup/archive.ts')
  const { readKey } = await import('../../backup/key.ts')
  const { archiveName } = await import('../../domain/backup/name.ts')
  const work = join(house.dataDir, 'newer')
  await mkdir(work, { recursive: true })
  await mkdir(house.folder, { recursive: true })
  const { provider, migrations } = await copyDatabase(house.databaseUrl, work)
  const key = await readKey(house.key)
  const archive = join(house.folder, archiveName(NOW, key?.id ?? null))
  const about = { format: 1, at: NOW.toISOString(), program: '9.0.0', whole: true, files: [] } as const
  await pack(
    work,
    { ...about, files: [], provider, migrations: [...migrations], parts: await partsOf(work) },
    key,
    archive,
  )
  return { archive }
}

async function triggersOf(place: Place, url: string): Promise<string[]> {
  const sql =
    place.provider === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'trigger'`
      : `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = '"event"'::regclass`
  return (await place.raw(url, sql)).map(({ name }) => String(name))
}

/** What an upgrade set aside, and should have taken away. */
async function leftOf(place: Place, { databaseUrl: url }: House): Promise<string[]> {
  if (place.provider === 'sqlite') {
    const path = url.replace('file:', '')
    const names = await readdir(join(path, '..'))
    return names.filter((name) => !/^shaozi\.db(\.lock|-wal|-shm)?$/u.test(name))
  }
  const name = new URL(url).pathname.slice(1)
  const rows = await place.raw(url, `SELECT datname FROM pg_database WHERE datname LIKE '${name}\\_%'`)
  return rows.map(({ datname }) => String(datname)).filter((one) => /_(before|failed|trial)_/u.test(one))
}
