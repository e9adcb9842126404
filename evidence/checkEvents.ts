import { EVIDENCE, REPORTER } from '../domain/case/evidence.ts'
import { hashOf } from '../store/chain.ts'
import { aboutEvent, type Fault } from './fault.ts'
import type { Manifest, PackedEvent, PackedFile } from './manifest.ts'

/**
 * Each event gives its hash, they stand in their order and belong to one case: the first bears its number, while what
 * happened in its book bears the number of the entry. The chain runs over all cases, so that
 * most events here do not follow each other in it: only where two do, the one must hang on the other.
 */
export function checkEvents({ case: of, chain: { head, events }, files }: Manifest): Fault[] {
  const [first] = events
  const last = events.at(-1)
  return [
    ...events.filter(isChanged).map(({ seq }) => aboutEvent('event-changed', seq)),
    ...events
      .filter((event, i) => event.taskId !== first?.taskId || (i === 0 && event.caseNo !== of.caseNo))
      .map(otherCase),
    ...events.slice(1).flatMap((event, i) => follows(event, events[i])),
    ...(last && !isBefore(last, head) ? [{ code: 'head' } as const] : []),
    ...checkMatch(events, files),
  ]
}

const isChanged = ({ seq, prevHash, hash, at, ...event }: PackedEvent): boolean =>
  hashOf(prevHash, seq, { ...event, at: new Date(at) }) !== hash

const otherCase = ({ seq }: PackedEvent): Fault => aboutEvent('event-other-case', seq)

function follows({ seq, prevHash }: PackedEvent, before: PackedEvent | undefined): Fault[] {
  if (!before) return []
  if (seq <= before.seq) return [aboutEvent('event-order', seq)]
  return seq === before.seq + 1 && prevHash !== before.hash ? [aboutEvent('event-gap', seq)] : []
}

const isBefore = ({ seq, hash }: PackedEvent, head: Manifest['chain']['head']): boolean =>
  seq < head.seq || (seq === head.seq && hash === head.hash)

/** Every file is one the log names, as it names it, and every file the log names is listed. */
function checkMatch(events: readonly PackedEvent[], files: readonly PackedFile[]): Fault[] {
  const logged = new Map(events.filter(({ type }) => type === EVIDENCE).map((event) => [event.seq, event]))
  const listed = new Set(files.map(({ event }) => event))
  return [
    ...files.flatMap((file) => {
      const event = logged.get(file.event)
      if (!event) return [aboutEvent('file-no-event', file.event)]
      return isAsLogged(file, event) ? [] : [aboutEvent('file-unlike-event', file.event)]
    }),
    ...[...logged.keys()].filter((seq) => !listed.has(seq)).map((seq) => aboutEvent('event-no-file', seq)),
  ]
}

const NAMED = ['id', 'sha256', 'mime', 'bytes', 'source', 'at', 'by'] as const

const isAsLogged = (file: PackedFile, { data }: PackedEvent): boolean =>
  NAMED.every((key) => file[key] === data[key]) && (file.by === REPORTER || file.gps === data['gps'])
