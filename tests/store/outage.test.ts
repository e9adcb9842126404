import { expect, it } from 'vitest'
import type { Sql } from '../../store/database.ts'
import { sqlite } from '../../store/dialect.ts'
import type { Op } from '../../store/ops.ts'
import { commitQueue } from '../../store/queue.ts'
import { open, postgresPlace } from './databases.ts'
import { at, event, inbound, task } from './samples.ts'

const locked = Object.assign(new Error('database is locked'), { code: 'P1008' })
const nothingWritten: Sql = { rows: async () => [], run: async () => 0 }

/** A queue over a database that fails as told, one entry a transaction. */
function brokenQueue(failures: (Error | null)[], canary: boolean) {
  const fatal: Error[] = []
  const groups: number[] = []
  const queue = commitQueue({
    dialect: sqlite,
    shared: false,
    canary: async () => canary,
    scrub: () => true,
    onFresh: () => {},
    onDue: () => undefined,
    onFatal: (error) => void fatal.push(error),
    write: async (work) => {
      const failure = failures.shift() ?? null
      groups.push(failure === null ? 1 : 0)
      if (failure !== null) throw failure
      return work(nothingWritten)
    },
  })
  const settle = (id: string) =>
    new Promise<void>((resolve, reject) =>
      queue.push({
        kind: 'settle',
        fence: null,
        rows: [{ id, status: 'sent', attempt: true, reason: null, at: at(0) }],
        resolve,
        reject,
      } satisfies Op),
    )
  return { queue, settle, fatal, groups }
}

it('tries a locked database again, as a whole', async () => {
  const { settle, groups } = brokenQueue([locked, locked], true)
  await Promise.all(['a', 'b', 'c'].map(settle))
  expect(groups).toEqual([0, 0, 1])
})

it('stops for good when acknowledged writes are not kept', async () => {
  const { settle, fatal } = brokenQueue([locked], false)
  const results = await Promise.allSettled(['a', 'b'].map(settle))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fatal).toHaveLength(1)
  await expect(settle('c')).rejects.toThrow('does not keep them')
})

it('takes nothing more once it is closed, and finishes what it took', async () => {
  const { queue, settle } = brokenQueue([], true)
  const taken = settle('a')
  await queue.close()
  await taken
  await expect(settle('b')).rejects.toThrow('closed')
})

const postgres = postgresPlace()

it('goes on when PostgreSQL has cut all connections', async () => {
  const { store, url } = await open(await postgres.fresh())
  await store.commit({ task: task(1), events: [event(task(1), 'reported')] }, at(1))
  await postgres.raw(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
  )
  const [received] = await Promise.all([
    store.receive(inbound('after'), at(2)),
    store.commit({ task: task(2), events: [event(task(2), 'reported')] }, at(2)),
  ])
  expect(received.fresh).toBe(true)
  expect(await store.verify()).toMatchObject({ ok: true, events: 2 })
  await store.close()
})

it('two processes on PostgreSQL write one chain, and lose races instead of overwriting', async () => {
  const url = await postgres.fresh()
  const [one, two] = [await open(url), await open(url)]
  const create = (seq: number) =>
    (seq % 2 ? one : two).store.commit({ task: task(seq), events: [event(task(seq), 'reported')] }, at(1))
  await Promise.all(Array.from({ length: 40 }, (_, n) => create(n + 1)))
  const rivals = await Promise.allSettled(
    [one, two].map(({ store }) =>
      store.commit({ task: task(1, { version: 1 }), events: [event(task(1), 'signed')] }, at(2)),
    ),
  )
  expect(rivals.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const twice = await Promise.all([one, two].map(({ store }) => store.receive(inbound('same'), at(3))))
  expect(twice.map(({ fresh }) => fresh).sort()).toEqual([false, true])
  expect(await two.store.verify()).toMatchObject({ ok: true, events: 41 })
  await Promise.all([one.store.close(), two.store.close()])
})
