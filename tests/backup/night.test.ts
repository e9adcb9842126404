import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openBackups } from '../../app/backup.ts'
import type { House } from '../../backup/house.ts'
import { checkBackup } from '../../config/doctor/backup.ts'
import { type Env, readEnv } from '../../config/env.ts'
import { nextBackup } from '../../domain/backup/due.ts'
import { DAY, HOUR } from '../../domain/calendar/zone.ts'
import { makeLog } from '../../log.ts'
import { onBothDatabases, sqlitePlace } from '../store/databases.ts'
import { built, NOW } from './house.ts'

const AT = 3 * 60 + 30
const SOON = { timeout: 30_000 }

function envOf({ databaseUrl, dataDir, identityKeysFile, townConfig, folder, key }: House): Env {
  const read = readEnv({
    WECOM_AIBOT_ID: 'aib-1',
    WECOM_AIBOT_SECRET: 'not-a-secret',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    IDENTITY_KEYS_FILE: identityKeysFile,
    TOWN_CONFIG: townConfig,
    BACKUP_DIR: folder,
    BACKUP_KEY_FILE: key.keyFile ?? '',
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.env
}

describe('the next backup', () => {
  it('is at half past three, and one that was slept through is made soon after the start', () => {
    const morning = new Date('2026-11-30T08:00:00+08:00')
    const next = new Date('2026-12-01T03:30:00+08:00')
    expect(nextBackup(NOW, morning, AT)).toEqual(next)
    expect(nextBackup(NOW, NOW, AT), 'the one that was due just now').toEqual(next)
    const soon = new Date(morning.getTime() + 10 * 60_000)
    expect([null, new Date(NOW.getTime() - HOUR)].map((last) => nextBackup(last, morning, AT))).toEqual([soon, soon])
    const justBefore = new Date(NOW.getTime() - 60_000)
    expect(nextBackup(new Date(NOW.getTime() - 2 * DAY), justBefore, AT), 'not twice').toEqual(NOW)
  })
})

onBothDatabases((place) => {
  it('the running program makes one beside itself, tries it, and writes down when; doctor reads it', async () => {
    const { house, store } = await built(place)
    const env = envOf(house)
    const backups = openBackups(env, store, makeLog('silent'))
    const doctor = async (now = new Date()) =>
      (await checkBackup(env, store.note, now)).map(({ ok, cause }) => `${ok} ${cause}`).join('\n')
    expect(await doctor()).toContain('warn 还没有备份过')
    expect(backups?.at).toBe(AT)
    backups?.begin(true)
    backups?.begin(true)
    await vi.waitFor(async () => expect(await store.note('last drill')).not.toBeNull(), SOON)
    expect((await readdir(house.folder)).filter((name) => name.startsWith('shaozi-'))).toHaveLength(1)
    const said = await doctor()
    expect(said).toMatch(/ok 最近一次是 \d{4}-.*\nok 最近一次是 .*，可以恢复/)
    expect(await doctor(new Date(Date.now() + 2 * DAY + HOUR))).toMatch(/warn .*已经两天多没有备份/)
  })
})

describe('one that fails', () => {
  const place = sqlitePlace()
  it('is written down with its reason, which goes with the next that does not', async () => {
    const { house, store } = await built(place)
    const env = envOf(house)
    const town = house.townConfig
    const lines: string[] = []
    const log = { ...makeLog('silent'), error: (fields: object) => void lines.push(JSON.stringify(fields)) }
    const backups = openBackups({ ...env, backup: { ...env.backup, keyFile: join(town, 'nothing') } }, store, log)
    backups?.begin(false)
    await vi.waitFor(async () => expect((await store.note('last backup fault'))?.value).toBe('key-file'), SOON)
    expect(lines).toEqual(['{"code":"key-file"}'])
    expect((await checkBackup(env, store.note, NOW)).some(({ cause }) => cause.includes('备份密钥文件'))).toBe(true)
    openBackups(env, store, makeLog('silent'))?.begin(false)
    await vi.waitFor(async () => expect(await store.note('last backup')).not.toBeNull(), SOON)
    expect(await store.note('last backup fault')).toBeNull()
  })
})

it('there is none in the demo, without a key, or where it is switched off', () => {
  const put = { putNote: async () => undefined }
  const of = (raw: Record<string, string>) => {
    const read = readEnv(raw)
    return read.ok ? openBackups(read.env, put, makeLog('silent')) : 'faulty'
  }
  const live = { WECOM_AIBOT_ID: 'aib-1', WECOM_AIBOT_SECRET: 'not-a-secret' }
  expect(of({ BACKUP_KEY_FILE: 'backup.key' })).toBeNull()
  expect(of(live)).toBeNull()
  expect(of({ ...live, BACKUP_KEY_FILE: 'backup.key', BACKUP_AT: 'off' })).toBeNull()
  expect(of({ ...live, BACKUP_KEY_FILE: 'backup.key', BACKUP_AT: '02:05' })).toMatchObject({ at: 125 })
  expect(of({ ...live, BACKUP_AT: '25:00' })).toBe('faulty')
})
