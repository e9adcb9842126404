import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePuller, type Puller, type PullOptions } from '../../bot/kf/pull.ts'
import type { Inbound } from '../../domain/inbound.ts'
import { Rest } from './rest.ts'

const SYNC = 'kf/sync_msg'
const item = (n: number) => ({
  msgid: `M${n}`,
  external_userid: 'wm1',
  send_time: 1795459648,
  origin: 3,
  msgtype: 'text',
  text: { content: `第${n}条` },
})
const page = (next: string, more: boolean, ...ns: number[]) => ({
  next_cursor: next,
  has_more: more ? 1 : 0,
  msg_list: ns.map(item),
})
let rest: Rest
let kept: string | null
let got: string[]
let events: EventEmitter
let puller: Puller
/** faults of our own database, one for each page that fails */
let faults: Error[]

const open = (patch: Partial<PullOptions> = {}) =>
  makePuller({
    api: rest.api,
    account: 'wk1',
    cursor: async () => kept,
    onPage: async (messages: readonly Inbound[], cursor: string) => {
      const fault = faults.shift()
      if (fault) throw fault
      got.push(...messages.map((m) => m.dedupeKey))
      kept = cursor
      events.emit('page')
    },
    now: () => rest.now,
    log: rest.log,
    pauses: [1, 2],
    ...patch,
  })

beforeEach(async () => {
  rest = await Rest.start()
  ;[kept, got, faults, events] = [null, [], [], new EventEmitter()]
  puller = open()
})
afterEach(async () => {
  await puller.close()
  await rest.close()
})

const cursors = () => rest.of(SYNC).map((body) => body.cursor)
const tokens = () => rest.of(SYNC).map((body) => body.token)

describe('what customers wrote', () => {
  it('is fetched page by page, over empty pages too, and the cursor is kept', async () => {
    rest.react(SYNC, page('c1', true, 1, 2), page('c2', true), page('c3', false, 3))
    await puller.pull('T')
    expect(got).toEqual(['kf:wk1:wm1:M1', 'kf:wk1:wm1:M2', 'kf:wk1:wm1:M3'])
    expect(cursors()).toEqual([undefined, 'c1', 'c2'])
    expect(rest.of(SYNC)[0]).toMatchObject({ open_kfid: 'wk1', token: 'T', limit: 1000 })
    rest.react(SYNC, page('c4', false, 4))
    await puller.pull('T2')
    expect(cursors().at(-1)).toBe('c3')
    expect(kept).toBe('c4')
  })

  it('is fetched once for all who ask meanwhile, and once more for those who asked late', async () => {
    rest.react(SYNC, page('c1', false, 1), page('c2', false, 2))
    await Promise.all([puller.pull('T1'), puller.pull('T2'), puller.pull('T3')])
    expect(tokens()).toEqual(['T1', 'T3'])
    expect(got).toHaveLength(2)
  })

  it('is fetched without a token that is over', async () => {
    rest.react(SYNC, 95007, page('c1', false, 1))
    await puller.pull('old')
    expect(tokens()).toEqual(['old', undefined])
    expect(got).toHaveLength(1)
  })

  it('is taken again when it could not be kept: the cursor stays', async () => {
    rest.react(SYNC, page('c1', false, 1), page('c1', false, 1))
    faults.push(new Error('disk full'))
    const taken = once(events, 'page')
    await puller.pull('T')
    expect(kept).toBeNull()
    await taken
    expect(cursors()).toEqual([undefined, undefined])
    expect(got).toEqual(['kf:wk1:wm1:M1'])
  })

  it('is asked for again after failures, which are told once', async () => {
    rest.react(SYNC, { status: 502 }, 'hang-up', -1, page('c1', false, 1))
    const taken = once(events, 'page')
    await puller.pull('T')
    await taken
    await puller.pull(null)
    expect(rest.logged.filter((line) => line.startsWith('warn'))).toHaveLength(1)
    expect(rest.logged.filter((line) => line.includes('fetched again'))).toHaveLength(1)
  })

  it('is not asked for within a minute after the platform found that too often', async () => {
    rest.react(SYNC, 45009)
    await puller.pull('T')
    rest.now = new Date(rest.now.getTime() + 59_000)
    await puller.pull('T2')
    expect(rest.of(SYNC)).toHaveLength(1)
    rest.now = new Date(rest.now.getTime() + 2_000)
    rest.react(SYNC, page('c1', false, 1))
    await puller.pull('T3')
    expect(got).toHaveLength(1)
  })

  it('is no endless loop when more is said to come for ever', async () => {
    kept = 'c1'
    rest.react(SYNC, page('c1', true))
    puller = open({ pauses: [60_000] })
    await puller.pull('T')
    expect(rest.of(SYNC)).toHaveLength(1)
  })

  it('is looked for every so often where no callback comes', async () => {
    rest.react(SYNC, page('c1', false, 1), page('c2', false, 2))
    puller = open({ polls: () => true, every: 5 })
    await once(events, 'page')
    await once(events, 'page')
    expect(got).toHaveLength(2)
    await puller.close()
    expect(tokens().every((token) => token === undefined)).toBe(true)
  })
})
