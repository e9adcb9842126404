import { GENESIS, hashOf, parseHead, type Head } from './chain.ts'
import type { Reading } from './database.ts'
import { isOutage } from './faults.ts'
import type { EventModel } from './generated/sqlite/models.ts'
import type { ChainFault } from '../domain/evidence/chainFault.ts'
import type { Verified } from './store.ts'

/** The event that was read last; null = none yet. */
type Last = Head & Readonly<{ at: Date | null }>

const PAGE = 1000
/** After this many the rest is not worth reading. */
const FAULTS_SHOWN = 20

/** Recomputes the hash chain from the first event; each fault names the event and what happened to it. */
export async function verifyChain(
  reading: Reading,
  seen: (events: number) => void = () => undefined,
): Promise<Verified> {
  const faults: ChainFault[] = []
  let last: Last = { ...GENESIS, at: null }
  let events = 0
  for (;;) {
    const page = await pageAfter(reading, last).catch((error: unknown) => {
      if (isOutage(error)) throw error
      faults.push({ code: 'unreadable', seq: last.seq + 1, at: last.at })
      return null
    })
    if (page === null) return { ok: false, events, head: last.hash, faults }
    for (const row of page) {
      const fault = await faultOf(reading, last, row)
      if (fault !== null && faults.length < FAULTS_SHOWN) faults.push(fault)
      last = { seq: row.seq, hash: row.hash, at: row.at }
    }
    events += page.length
    seen(events)
    if (page.length < PAGE) break
  }
  const named = new Set(faults.map(({ seq }) => seq))
  faults.push(...(await cutOff(reading, last)).filter(({ seq }) => !named.has(seq)))
  return { ok: faults.length === 0, events, head: last.hash, faults }
}

function pageAfter({ models }: Reading, { seq }: Head): Promise<EventModel[]> {
  return models.event.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })
}

async function faultOf(reading: Reading, before: Last, row: EventModel): Promise<ChainFault | null> {
  if (row.seq > before.seq + 1) return { code: 'missing', seq: before.seq + 1, until: row.seq - 1, at: before.at }
  if (row.prevHash !== before.hash) return outOfPlace(reading, row)
  const expected = hashOf(row.prevHash, row.seq, { ...row, data: { ...Object(row.data) } })
  return expected === row.hash ? null : { code: 'changed', seq: row.seq, at: row.at }
}

async function outOfPlace(reading: Reading, row: EventModel): Promise<ChainFault> {
  const follows = await reading.models.event.findFirst({ where: { hash: row.prevHash }, select: { seq: true } })
  if (follows !== null) return { code: 'reordered', seq: row.seq, follows: follows.seq, at: row.at }
  return { code: 'unlinked', seq: row.seq, at: row.at }
}

/**
 * The head is kept beside the log: events cut off at the end leave no gap. Read after the events, it can only be ahead.
 * Of an event that is named already nothing more is said.
 */
async function cutOff({ models }: Reading, last: Last): Promise<ChainFault[]> {
  const row = await models.meta.findUnique({ where: { key: 'head' } })
  if (row === null) return last.seq === 0 ? [] : [{ code: 'no-head', seq: last.seq + 1, at: last.at }]
  const head = parseHead(row.value)
  if (head.seq === last.seq) return head.hash === last.hash ? [] : [{ code: 'replaced', seq: last.seq, at: last.at }]
  const later = await models.event.count({ where: { seq: { gt: last.seq } } })
  if (head.seq > last.seq && later === 0) return [{ code: 'cut-off', seq: last.seq + 1, until: head.seq, at: last.at }]
  if (head.seq > last.seq) return []
  const first = await models.event.findUnique({ where: { seq: head.seq + 1 }, select: { at: true } })
  return [{ code: 'added', seq: head.seq + 1, at: first?.at ?? null }]
}
