import { parseHead, type Head } from './chain.ts'
import { isOutage } from './faults.ts'
import type { ChainFault } from '../domain/evidence/chainFault.ts'

/** Rows read at once. */
export const PAGE = 1000
/** After this many the rest is not worth reading. */
const FAULTS_SHOWN = 20

type Row = Readonly<{ seq: number; at: Date; prevHash: string; hash: string }>
/** The row that was read last; `at` null = none yet. */
type Last = Head & Readonly<{ at: Date | null }>

/** A table whose rows hang on each other. */
export type Chained<R extends Row> = Readonly<{
  /** what the first row hangs on */
  first: Head
  /** the next rows in their order, at most `PAGE` */
  after(seq: number): Promise<R[]>
  /** the hash a row should have */
  expected(row: R): string
  seqOf(hash: string): Promise<number | null>
  countAfter(seq: number): Promise<number>
  atOf(seq: number): Promise<Date | null>
  /** the head that is kept beside the table */
  kept(): Promise<string | null>
}>

type Walked = Readonly<{ rows: number; head: string; faults: readonly ChainFault[] }>

/** Recomputes a chain from its first row; each fault names the row and what happened to it. */
export async function walk<R extends Row>(table: Chained<R>, seen: (rows: number) => void): Promise<Walked> {
  const faults: ChainFault[] = []
  let last: Last = { ...table.first, at: null }
  let rows = 0
  for (;;) {
    const page = await table.after(last.seq).catch((error: unknown) => {
      if (isOutage(error)) throw error
      faults.push({ code: 'unreadable', seq: last.seq + 1, at: last.at })
      return null
    })
    if (page === null) return { rows, head: last.hash, faults }
    for (const row of page) {
      const fault = await faultOf(table, last, row)
      if (fault !== null && faults.length < FAULTS_SHOWN) faults.push(fault)
      last = { seq: row.seq, hash: row.hash, at: row.at }
    }
    rows += page.length
    seen(rows)
    if (page.length < PAGE) break
  }
  const named = new Set(faults.map(({ seq }) => seq))
  faults.push(...(await cutOff(table, last)).filter(({ seq }) => !named.has(seq)))
  return { rows, head: last.hash, faults }
}

async function faultOf<R extends Row>(table: Chained<R>, before: Last, row: R): Promise<ChainFault | null> {
  if (row.seq > before.seq + 1) return { code: 'missing', seq: before.seq + 1, until: row.seq - 1, at: before.at }
  if (row.prevHash !== before.hash) return outOfPlace(table, row)
  return table.expected(row) === row.hash ? null : { code: 'changed', seq: row.seq, at: row.at }
}

async function outOfPlace<R extends Row>(table: Chained<R>, { seq, prevHash, at }: R): Promise<ChainFault> {
  const follows = await table.seqOf(prevHash)
  return follows === null ? { code: 'unlinked', seq, at } : { code: 'reordered', seq, follows, at }
}

/**
 * The head is kept beside the table: rows cut off at the end leave no gap. Read after the rows, it can only be ahead.
 * Of a row that is named already nothing more is said.
 */
async function cutOff<R extends Row>(table: Chained<R>, last: Last): Promise<ChainFault[]> {
  const kept = await table.kept()
  if (kept === null) return last.seq === 0 ? [] : [{ code: 'no-head', seq: last.seq + 1, at: last.at }]
  const head = parseHead(kept)
  if (head.seq === last.seq) return head.hash === last.hash ? [] : [{ code: 'replaced', seq: last.seq, at: last.at }]
  const later = await table.countAfter(last.seq)
  if (head.seq > last.seq && later === 0) return [{ code: 'cut-off', seq: last.seq + 1, until: head.seq, at: last.at }]
  const first = head.seq + 1
  return head.seq < last.seq ? [{ code: 'added', seq: first, at: await table.atOf(first) }] : []
}
