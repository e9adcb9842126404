import { existsSync } from 'node:fs'
import { appendFile, copyFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choose } from '../../backup/examine.ts'
import { drill } from '../../backup/drill.ts'
import { makeKey } from '../../backup/key.ts'
import { makeBackup } from '../../backup/make.ts'
import { unpackTo } from '../../backup/restore.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import { lockForWriting } from '../../store/lock.ts'
import { sqlitePlace } from '../store/databases.ts'
import { another, built, flip, keep, NOW, refusal } from './house.ts'

const HOW = { plain: false, rotate: true }
const place = sqlitePlace()

describe('an archive', () => {
  it('holds the database, the township and the keys, says nothing to whoever lacks the key, and leaves nothing beside it', async () => {
    const { house, folder, photo } = await built(place)
    const made = await makeBackup(house, HOW, NOW)
    expect(made).toMatchObject({ events: 2, files: 1, fresh: 1, changed: [], whole: true, gone: 0 })
    expect((await readdir(house.folder)).sort()).toEqual(['backup.lock', 'files', basename(made.archive)])
    expect((await stat(made.archive)).mode & 0o777).toBe(0o600)
    const bytes = await readFile(made.archive)
    for (const words of ['SQLite format', '占道', 'village', 'index']) expect(bytes.includes(words)).toBe(false)
    const out = join(folder, 'out')
    await unpackTo(await choose(made.archive, house), out)
    expect(await readFile(join(out, 'town', 'town.yaml'), 'utf8')).toContain('青石镇')
    expect(await readFile(join(out, 'identity-keys.json'))).toEqual(await readFile(house.identityKeysFile))
    expect(await readFile(join(out, 'files', photo.slice(0, 2), photo), 'utf8')).toBe('a photo of rubbish at the gate')
  })

  it('is not made without a key; made plain it holds no keys of identities', async () => {
    const { house, folder } = await built(place)
    const keyless = { ...house, key: { key: null, keyFile: null } }
    expect(await refusal(makeBackup(keyless, HOW, NOW))).toBe('no-key')
    expect(existsSync(house.folder)).toBe(false)
    const { archive } = await makeBackup(keyless, { ...HOW, plain: true }, NOW)
    await unpackTo(await choose(archive, keyless), join(folder, 'out'))
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['database.sqlite', 'files', 'manifest.json', 'town'])
  })

  it.each([
    ['a byte in the middle', (file: string) => flip(file, 20_000), 'damaged'],
    ['a byte of its head', (file: string) => flip(file, 60), 'damaged'],
    ['its last byte', (file: string) => flip(file, -1), 'damaged'],
    ['the end cut off', async (file: string) => truncate(file, (await stat(file)).size - 100_000), 'damaged'],
    ['cut off between two chunks', (file: string) => truncate(file, 200 + 65_552), 'damaged'],
    ['nothing left', (file: string) => truncate(file, 0), 'damaged'],
    ['something added', (file: string) => appendFile(file, 'more'), 'damaged'],
  ])('that was changed is refused, and nothing of it stays: %s', async (_what, spoil, code) => {
    const { house, folder } = await built(place)
    const { archive } = await makeBackup(house, HOW, NOW)
    await spoil(archive)
    const out = join(folder, 'out')
    const work = async () => unpackTo(await choose(archive, house), out)
    expect(await refusal(work())).toBe(code)
    expect(existsSync(out) ? await readdir(out) : []).toEqual([])
    expect(await refusal(drill(house, NOW))).toBe(code)
  })

  it('wants its own key, and says which; a name that is none, and a file that is not there', async () => {
    const { house, folder } = await built(place)
    const { archive } = await makeBackup(house, HOW, NOW)
    const other = join(folder, 'other.key')
    await makeKey(other, NOW)
    const wrong = { ...house, key: { key: null, keyFile: other } }
    expect(await refusal(choose(archive, wrong))).toBe('other-key')
    // also where the name was made to fit
    const renamed = archive.replace(/-[0-9a-z]{8}\./u, `-${(await idOf(other)) ?? ''}.`)
    await copyFile(archive, renamed)
    expect(await refusal(choose(renamed, wrong))).toBe('damaged')
    expect(await refusal(choose(archive, { key: { key: null, keyFile: null } }))).toBe('no-key')
    expect(await refusal(choose(join(folder, 'town', 'town.yaml'), house))).toBe('not-an-archive')
    expect(await refusal(choose(archive.replace('0330', '0331'), house))).toBe('no-archive')
    await writeFile(other, 'AGE-SECRET-KEY-1SHORT\n')
    expect(await refusal(makeBackup(wrong, HOW, NOW))).toBe('bad-key')
    expect(await refusal(makeKey(other, NOW))).toBe('key-exists')
  })
})

const idOf = async (file: string) => /age1([0-9a-z]{8})/u.exec(await readFile(file, 'utf8'))?.[1]

describe('stored files', () => {
  it('are copied once, by what they are; one that was changed is named and not copied', async () => {
    const { house, photo } = await built(place)
    await makeBackup(house, HOW, NOW)
    await keep(house.dataDir, 'another photo')
    const second = await makeBackup(house, HOW, new Date(NOW.getTime() + 60_000))
    expect(second).toMatchObject({ files: 2, fresh: 1 })
    const third = await keep(house.dataDir, 'a third')
    await writeFile(join(house.dataDir, 'files', third.slice(0, 2), third), 'something else')
    const made = await makeBackup(house, HOW, new Date(NOW.getTime() + 120_000))
    expect(made).toMatchObject({ files: 2, fresh: 0, changed: [third] })
    expect(photo).not.toBe(third)
  })

  it('that were forgotten leave the backups with the last archive that names them', async () => {
    const { house } = await built(place)
    const forgotten = await keep(house.dataDir, 'somebody who is forgotten')
    await makeBackup(house, HOW, NOW)
    await rm(join(house.dataDir, 'files', forgotten.slice(0, 2), forgotten))
    const pooled = async () =>
      (await readdir(house.folder, { recursive: true })).filter((name) => name.includes(forgotten))
    await makeBackup(house, HOW, new Date(NOW.getTime() + DAY))
    expect(await pooled()).toHaveLength(1)
    for (let day = 380; day < 800; day += 32) await makeBackup(house, HOW, new Date(NOW.getTime() + day * DAY))
    expect(await pooled()).toEqual([])
  })

  it('one that is missing beside the archive is found by the trial', async () => {
    const { house, photo } = await built(place)
    await makeBackup(house, HOW, NOW)
    const [pooled = ''] = (await readdir(house.folder, { recursive: true })).filter((name) => name.includes(photo))
    await flip(join(house.folder, pooled), -1)
    expect(await refusal(drill(house, NOW))).toBe('files-lost')
  })
})

describe('a backup that cannot be', () => {
  it('is refused while another is being made, and what one that was killed left behind goes', async () => {
    const { house } = await built(place)
    await makeBackup(house, HOW, NOW)
    await mkdir(join(house.folder, '.work-killed'))
    await writeFile(join(house.folder, '.work-killed', 'database.sqlite'), 'half')
    const other = lockForWriting(join(house.folder, 'backup'))
    expect(await refusal(makeBackup(house, HOW, NOW))).toBe('busy')
    other.release()
    await makeBackup(house, HOW, new Date(NOW.getTime() + 60_000))
    expect((await readdir(house.folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('is refused where nothing can be written, or there is no database', async () => {
    const { house, folder } = await built(place)
    await writeFile(join(folder, 'file'), '')
    expect(await refusal(makeBackup({ ...house, folder: join(folder, 'file') }, HOW, NOW))).toBe('cannot-write')
    const nothing = { ...house, databaseUrl: `file:${join(folder, 'nothing.db')}` }
    expect(await refusal(makeBackup(nothing, HOW, NOW))).toBe('no-database')
    expect(existsSync(join(folder, 'nothing.db'))).toBe(false)
  })

  it('of a damaged database leaves the older archives alone', async () => {
    const { house, store } = await built(place)
    for (let seq = 2; seq < 60; seq += 1) await another(store, seq)
    await makeBackup(house, HOW, NOW)
    await store.close()
    const path = house.databaseUrl.replace('file:', '')
    const { size } = await stat(path)
    const bytes = await readFile(path)
    bytes.fill(0x5a, Math.floor(size / 8) * 4, Math.floor(size / 8) * 4 + 40_960)
    await writeFile(path, bytes)
    expect(await refusal(makeBackup(house, HOW, new Date(NOW.getTime() + DAY)))).toBe('database-damaged')
    expect((await readdir(house.folder)).filter((name) => name.startsWith('shaozi-'))).toHaveLength(1)
  })
})
