import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ensurePostgres, freshDatabase } from '../services/postgres.ts'
import { open, sqlitePlace, withStore } from './databases.ts'
import { at, event, inbound, task } from './samples.ts'

const place = sqlitePlace()
const pathOf = (url: string) => url.replace('file:', '')
const reported = (seq: number) => ({ task: task(seq), events: [event(task(seq), 'reported')] })

/** What a second program sees in the file. */
async function seen(url: string, table: string): Promise<number> {
  const [row] = await place.raw(url, `SELECT count(*) AS n FROM ${table}`)
  return Number(row?.['n'])
}

describe('F7 a SQLite file that somebody else holds', () => {
  it('for longer than a caller waits: he is told, nothing of it is kept, and afterwards all that is acknowledged is', () =>
    withStore(place, async ({ store, url, fatal }) => {
      const other = new Sqlite(pathOf(url))
      other.exec('BEGIN IMMEDIATE')
      const refused = await Promise.allSettled([
        store.receive(inbound('held'), at(1)),
        store.commit(reported(1), at(1)),
      ])
      expect(refused).toMatchObject([{ reason: { name: 'NotNow' } }, { reason: { name: 'NotNow' } }])
      other.exec('ROLLBACK')
      const { fresh } = await store.receive(inbound('held'), at(2))
      await store.commit(reported(1), at(2))
      expect(fresh).toBe(true)
      expect([await seen(url, 'inbox'), await seen(url, 'task')]).toEqual([1, 1])
      expect(await store.verify()).toMatchObject({ ok: true, events: 1 })
      expect(fatal).toEqual([])
      other.close()
    }))

  it('only to read, in the middle of commits: each is acknowledged, and a third program sees it', () =>
    withStore(place, async ({ store, url }) => {
      await store.commit(reported(1), at(1))
      const reader = new Sqlite(pathOf(url), { readonly: true })
      reader.exec('BEGIN')
      expect(reader.prepare('SELECT count(*) AS n FROM task').get()).toEqual({ n: 1 })
      for (let seq = 2; seq <= 20; seq += 1) {
        await store.commit(reported(seq), at(seq))
        expect(await seen(url, 'task')).toBe(seq)
      }
      reader.close()
    }))
})

type Disk = Readonly<{ folder: string; fill(): void; empty(): void }>

/** A disk of 8 MB, which only root may make; for anybody else no file may grow any more. */
function smallDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status !== 0) return stunted(folder)
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  const filling = join(folder, 'filling')
  return { folder, fill: () => fill(filling), empty: () => rmSync(filling) }
}

/** To the last byte. */
function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' })
  } catch {
    return
  }
}

function stunted(folder: string): Disk {
  const limit = (bytes: string) => void execFileSync('prlimit', ['--pid', `${process.pid}`, `--fsize=${bytes}:`])
  onTestFinished(() => limit('unlimited'))
  return { folder, fill: () => limit('200000'), empty: () => limit('unlimited') }
}

it('F19 a full disk: nothing is acknowledged and nothing spoilt, and it goes on when there is room', async () => {
  const disk = smallDisk()
  const { store, url } = await open(`file:${join(disk.folder, 'shaozi.db')}`)
  await store.receive(inbound('before'), at(1))
  disk.fill()
  const kept: string[] = []
  for (let n = 0; n < 200; n += 1)
    await store.receive(inbound(`full-${n}`), at(2)).then(
      () => kept.push(`full-${n}`),
      (error: unknown) => expect(error).toMatchObject({ name: 'NotNow' }),
    )
  expect(kept.length).toBeLessThan(200)
  expect(await seen(url, 'inbox')).toBe(1 + kept.length)
  expect(await place.raw(url, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  disk.empty()
  expect(await store.receive(inbound('after'), at(3))).toMatchObject({ fresh: true })
  await store.commit(reported(1), at(3))
  expect(await store.verify()).toMatchObject({ ok: true, events: 1 })
  expect(await seen(url, 'inbox')).toBe(2 + kept.length)
  await store.close()
})

it('F8 PostgreSQL that is started anew in the middle of it loses nothing, and nobody has to ask again', async () => {
  const server = await ensurePostgres()
  onTestFinished(() => server.stop())
  const { store } = await open(await freshDatabase(server, 'restarted'))
  onTestFinished(() => store.close())
  const write = (seq: number) =>
    Promise.all([store.receive(inbound(`m${seq}`), at(seq)), store.commit(reported(seq), at(seq))])
  const before = Array.from({ length: 20 }, (_, n) => write(n + 1))
  const restarting = server.restart()
  const during = Array.from({ length: 20 }, (_, n) => write(n + 21))
  await restarting
  await Promise.all([...before, ...during, write(41)])
  expect(await store.verify()).toMatchObject({ ok: true, events: 41 })
})
