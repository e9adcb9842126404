import { GENESIS, hashOf, parseHead, type Head } from './chain.ts'
import type { Reading } from './database.ts'
import { isOutage } from './faults.ts'
import type { EventModel } from './generated/sqlite/models.ts'
import type { Verified } from './store.ts'

const PAGE = 1000
/** After this many the rest is not worth reading. */
const FAULTS_SHOWN = 20

/** Recomputes the hash chain from the first event; each fault names the event and what happened to it. */
export async function verifyChain(
  reading: Reading,
  seen: (events: number) => void = () => undefined,
): Promise<Verified> {
  const faults: string[] = []
  let last = GENESIS
  let events = 0
  for (;;) {
    const page = await pageAfter(reading, last).catch((error: unknown) => {
      if (isOutage(error)) throw error
      faults.push(`the events after event ${last.seq} cannot be read: what lies there is no event of ours`)
      return null
    })
    if (page === null) return { ok: false, events, head: last.hash, faults }
    for (const row of page) {
      const fault = await faultOf(reading, last, row)
      if (fault !== null && faults.length < FAULTS_SHOWN) faults.push(fault)
      last = { seq: row.seq, hash: row.hash }
    }
    events += page.length
    seen(events)
    if (page.length < PAGE) break
  }
  faults.push(...(await cutOff(reading, last)))
  return { ok: faults.length === 0, events, head: last.hash, faults }
}

function pageAfter({ models }: Reading, { seq }: Head): Promise<EventModel[]> {
  return models.event.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })
}

async function faultOf(reading: Reading, before: Head, row: EventModel): Promise<string | null> {
  if (row.seq > before.seq + 1)
    return `event ${before.seq + 1} is missing${row.seq > before.seq + 2 ? ` (and all up to ${row.seq - 1})` : ''}`
  if (row.prevHash !== before.hash) return outOfPlace(reading, row)
  const expected = hashOf(row.prevHash, row.seq, { ...row, data: { ...Object(row.data) } })
  return expected === row.hash ? null : `event ${row.seq} was changed: its content does not give its hash`
}

async function outOfPlace(reading: Reading, row: EventModel): Promise<string> {
  const follows = await reading.models.event.findFirst({ where: { hash: row.prevHash }, select: { seq: true } })
  if (follows !== null) return `event ${row.seq} was reordered: it follows event ${follows.seq} by its hash`
  return `event ${row.seq} was changed, or the one before it was replaced: it does not follow event ${row.seq - 1} by its hash`
}

/** The head is kept beside the log: events cut off at the end leave no gap. Read after the events, it can only be ahead. */
async function cutOff({ models }: Reading, last: Head): Promise<string[]> {
  const row = await models.meta.findUnique({ where: { key: 'head' } })
  if (row === null) return last.seq === 0 ? [] : ['the head of the log is missing']
  const head = parseHead(row.value)
  if (head.seq === last.seq)
    return head.hash === last.hash ? [] : [`event ${last.seq} was replaced: the head of the log names another hash`]
  const later = await models.event.count({ where: { seq: { gt: last.seq } } })
  if (head.seq > last.seq && later === 0)
    return [`event ${last.seq + 1} is missing (the log should end with event ${head.seq})`]
  return head.seq < last.seq ? [`event ${head.seq + 1} was added past the head of the log`] : []
}
