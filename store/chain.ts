import { createHash } from 'node:crypto'
import type { NewEvent } from '../domain/decision.ts'
import { canonicalJson } from './json.ts'

/** The last event of the chain. */
export type Head = Readonly<{ seq: number; hash: string }>

export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }

export type Link = NewEvent & Readonly<{ seq: number; prevHash: string; hash: string }>

/** sha256 over the previous hash and the canonical JSON of the event with its number. */
export function hashOf(prevHash: string, seq: number, event: NewEvent): string {
  const { taskId, caseNo, type, by, at, data } = event
  return createHash('sha256')
    .update(prevHash)
    .update(canonicalJson({ seq, taskId, caseNo, type, by, at, data }))
    .digest('hex')
}

/** Hangs events on the chain, in their order. */
export function chain(head: Head, events: readonly NewEvent[]): Readonly<{ links: Link[]; head: Head }> {
  const links: Link[] = []
  let last = head
  for (const event of events) {
    const seq = last.seq + 1
    const hash = hashOf(last.hash, seq, event)
    links.push({ ...event, seq, prevHash: last.hash, hash })
    last = { seq, hash }
  }
  return { links, head: last }
}

/** How the head is kept beside the log, so that cut-off last events are noticed. */
export const headText = ({ seq, hash }: Head): string => `${seq} ${hash}`

export function parseHead(text: string): Head {
  const [seq, hash] = text.split(' ')
  return { seq: Number(seq), hash: hash ?? '' }
}
