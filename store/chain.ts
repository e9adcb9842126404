import { createHash } from 'node:crypto'
import type { NewEvent } from '../domain/decision.ts'
import { canonicalJson } from './json.ts'

/** The last row of a chain. */
export type Head = Readonly<{ seq: number; hash: string }>

export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }

/** How the head of the chain of accesses is called in `meta`. */
export const ACCESS_HEAD = 'access head'

export type Linked<Row> = Row & Readonly<{ seq: number; prevHash: string; hash: string }>
export type Link = Linked<NewEvent>
type Hash<Row> = (prevHash: string, seq: number, row: Row) => string

/** sha256 over the previous hash and the canonical JSON of the event with its number. */
export function hashOf(prevHash: string, seq: number, event: NewEvent): string {
  const { taskId, caseNo, type, by, at, data } = event
  return createHash('sha256')
    .update(prevHash)
    .update(canonicalJson({ seq, taskId, caseNo, type, by, at, data }))
    .digest('hex')
}

/** Hangs rows on a chain, in their order. */
export function hang<Row>(
  head: Head,
  rows: readonly Row[],
  hash: Hash<Row>,
): Readonly<{ links: Linked<Row>[]; head: Head }> {
  const links: Linked<Row>[] = []
  let last = head
  for (const row of rows) {
    const seq = last.seq + 1
    const link = { ...row, seq, prevHash: last.hash, hash: hash(last.hash, seq, row) }
    links.push(link)
    last = link
  }
  return { links, head: { seq: last.seq, hash: last.hash } }
}

/** How the head is kept beside the log, so that cut-off last events are noticed. */
export const headText = ({ seq, hash }: Head): string => `${seq} ${hash}`

export function parseHead(text: string): Head {
  const [seq, hash] = text.split(' ')
  return { seq: Number(seq), hash: hash ?? '' }
}
