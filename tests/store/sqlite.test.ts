import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openReadOnly, openStore } from '../../store/open.ts'
import { open, sqlitePlace, withStore } from './databases.ts'
import { at, event, task } from './samples.ts'

const place = sqlitePlace()
const log = { warn: () => undefined, error: () => undefined }
const pathOf = (url: string) => url.replace('file:', '')

type Writer = Readonly<{
  child: ChildProcess
  said: string[]
  until(lines: number): Promise<void>
  ended: Promise<void>
}>

function startWriter(url: string, round: number): Writer {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), url, `${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const ended = new Promise<void>((resolve) => void lines.once('close', () => resolve()))
  lines.on('line', (line) => void said.push(line))
  const until = (count: number) =>
    new Promise<void>((resolve) => void lines.on('line', () => said.length >= count && resolve()))
  return { child, said, ended, until: (count) => Promise.race([until(count), ended]) }
}

/** As an account that may not write there; as root nothing is read-only. */
async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  const asRoot = process.geteuid?.() === 0
  if (asRoot) process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    if (asRoot) process.seteuid?.(0)
  }
}

it('runs with a write-ahead log, full durability and foreign keys', () =>
  withStore(place, async ({ store, url }) => {
    await store.commit({ task: task(1) }, at(1))
    expect(await place.raw(url, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    await expect(
      store.commit(
        { reports: [{ id: 'r', taskId: 'none', userid: 'u', chat: { type: 'single', id: 'u' }, text: '', at: at(1) }] },
        at(1),
      ),
    ).rejects.toThrow(/constraint/i)
  }))

it('refuses a database that cannot have a write-ahead log', async () => {
  const url = await place.fresh()
  const { store } = await open(url)
  await store.close()
  const reader = new Sqlite(pathOf(url))
  reader.pragma('journal_mode = DELETE')
  reader.exec('BEGIN; SELECT * FROM meta')
  await expect(openStore({ url, log })).rejects.toMatchObject({
    name: 'StoreRefusal',
    code: expect.stringMatching(/^(not-wal|locked)$/),
  })
  reader.close()
})

it('takes one process at a time, and the next as soon as the first is gone', async () => {
  const first = await open(await place.fresh())
  await expect(openStore({ url: first.url, log })).rejects.toMatchObject({ code: 'in-use' })
  const second = startWriter(first.url, 1)
  await second.ended
  expect(second.said).toEqual(['refused in-use'])
  await first.store.close()
  const { store } = await open(first.url)
  await store.close()
})

it('loses nothing it acknowledged when it is killed, and starts again at once', async () => {
  const url = await place.fresh()
  const acknowledged: string[] = []
  for (const [round, lines] of [60, 400, 1500].entries()) {
    const writer = startWriter(url, round)
    await writer.until(lines)
    writer.child.kill('SIGKILL')
    await writer.ended
    acknowledged.push(...writer.said)
    expect(writer.said.length).toBeGreaterThanOrEqual(lines)
    const looking = await openReadOnly(url)
    expect(await looking.verify()).toMatchObject({ ok: true, faults: [] })
    await looking.close()
  }
  const { store } = await open(url)
  const kept = new Set(
    (await place.raw(url, `SELECT 'inbox ' || id AS line FROM inbox UNION ALL SELECT 'task ' || id FROM task`)).map(
      ({ line }) => line,
    ),
  )
  expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])
  await store.commit({ task: task(100_000), events: [event(task(100_000), 'reported')] }, at(1))
  expect(await store.verify()).toMatchObject({ ok: true })
  await store.close()
}, 60_000)

it('says so when its folder or its file is read-only', async () => {
  const url = await place.fresh()
  const folder = dirname(pathOf(url))
  chmodSync(dirname(folder), 0o755)
  await expect(unprivileged(() => openStore({ url, log }))).rejects.toMatchObject({
    code: process.geteuid?.() === 0 ? 'read-only' : expect.any(String),
  })
  mkdirSync(folder)
  chmodSync(folder, 0o555)
  await expect(unprivileged(() => openStore({ url, log }))).rejects.toMatchObject({
    name: 'StoreRefusal',
    code: expect.stringMatching(/^(read-only|bad-url)$/),
  })
  chmodSync(folder, 0o777)
  const { store } = await open(url)
  await store.close()
  chmodSync(pathOf(url), 0o444)
  chmodSync(`${pathOf(url)}.lock`, 0o666)
  await expect(unprivileged(() => openStore({ url, log }))).rejects.toMatchObject({ code: 'read-only' })
})

it('says so when the file is something else, damaged, or not there', async () => {
  const url = await place.fresh()
  mkdirSync(dirname(pathOf(url)))
  writeFileSync(pathOf(url), 'this is a letter, not a database. '.repeat(200))
  await expect(openStore({ url, log })).rejects.toMatchObject({ code: 'not-a-database' })
  await expect(openReadOnly(url)).rejects.toMatchObject({ code: 'not-a-database' })
  await expect(openStore({ url: `${url}/below/a-file.db`, log })).rejects.toMatchObject({ code: 'bad-url' })
  await expect(openReadOnly(await place.fresh())).rejects.toMatchObject({ code: 'bad-url' })
})

it('waits for a program that holds the database for a moment, and writes then', () =>
  withStore(place, async ({ store, url, fatal }) => {
    const other = new Sqlite(pathOf(url))
    other.exec('BEGIN IMMEDIATE')
    const committing = store.commit({ task: task(1), events: [event(task(1), 'reported')] }, at(1))
    const second = store.commit({ task: task(2), events: [event(task(2), 'reported')] }, at(1))
    setTimeout(() => other.close(), 100)
    await Promise.all([committing, second])
    expect(await store.verify()).toMatchObject({ ok: true, events: 2 })
    expect(fatal).toEqual([])
  }))
