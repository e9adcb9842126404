import type { NewAccess } from '../domain/decision.ts'
import { accessHash, firstHead, oldHash } from './access.ts'
import { ACCESS_HEAD, GENESIS, hashOf, type Linked } from './chain.ts'
import type { Reading } from './database.ts'
import type { AccessLogModel, EventModel } from './generated/sqlite/models.ts'
import type { ChainFault } from '../domain/evidence/chainFault.ts'
import type { Verified } from './store.ts'
import { PAGE, walk, type Chained } from './walk.ts'

/** Recomputes the chain of events and that of accesses, each from its first row. */
export async function verifyChains(
  reading: Reading,
  seen: (events: number) => void = () => undefined,
): Promise<Verified> {
  const { rows: events, head, faults } = await walk(eventChain(reading), seen)
  const before = await oldHashes(reading)
  const walked = await walk(accessChain(reading, before), () => undefined)
  const accesses = { ...walked, faults: walked.faults.map(ofOld), before: before.length }
  return { ok: faults.length + accesses.faults.length === 0, events, head, faults, accesses }
}

/** What the first link hangs on is no row of the chain. */
const ofOld = (fault: ChainFault): ChainFault =>
  (fault.code === 'unlinked' && fault.seq === 1) || fault.seq === 0 ? { code: 'before', seq: 0, at: null } : fault

const keptHead = async ({ models }: Reading, key: string): Promise<string | null> =>
  (await models.meta.findUnique({ where: { key } }))?.value ?? null

function eventChain(reading: Reading): Chained<EventModel> {
  const { event } = reading.models
  return {
    first: GENESIS,
    after: (seq) => event.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE }),
    expected: (row) => hashOf(row.prevHash, row.seq, { ...row, data: { ...Object(row.data) } }),
    seqOf: async (hash) => (await event.findFirst({ where: { hash }, select: { seq: true } }))?.seq ?? null,
    countAfter: (seq) => event.count({ where: { seq: { gt: seq } } }),
    atOf: async (seq) => (await event.findUnique({ where: { seq }, select: { at: true } }))?.at ?? null,
    kept: () => keptHead(reading, 'head'),
  }
}

function accessChain(reading: Reading, before: readonly string[]): Chained<Linked<NewAccess>> {
  const { accessLog } = reading.models
  return {
    first: firstHead(before),
    after: async (seq) =>
      (await accessLog.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })).map(linkOf),
    expected: (row) => accessHash(row.prevHash, row.seq, row),
    seqOf: async (hash) => (await accessLog.findFirst({ where: { hash }, select: { seq: true } }))?.seq ?? null,
    countAfter: (seq) => accessLog.count({ where: { seq: { gt: seq } } }),
    atOf: async (seq) => (await accessLog.findFirst({ where: { seq }, select: { at: true } }))?.at ?? null,
    kept: () => keptHead(reading, ACCESS_HEAD),
  }
}

const linkOf = ({ kind, seq, prevHash, hash, ...row }: AccessLogModel): Linked<NewAccess> => ({
  ...row,
  kind: kind as NewAccess['kind'],
  seq: seq ?? 0,
  prevHash: prevHash ?? '',
  hash: hash ?? '',
})

/** Lines from before there was a chain, each as its hash. */
async function oldHashes({ models }: Reading): Promise<string[]> {
  const hashes: string[] = []
  let after = ''
  for (;;) {
    const where = { seq: null, id: { gt: after } }
    const page = await models.accessLog.findMany({ where, orderBy: { id: 'asc' }, take: PAGE })
    hashes.push(...page.map((row) => oldHash(linkOf(row))))
    after = page.at(-1)?.id ?? after
    if (page.length < PAGE) return hashes
  }
}
