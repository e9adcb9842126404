import type { Head, Link } from '../store/chain.ts'
import { aboutEvent, aboutFile, type Fault } from './fault.ts'
import type { Manifest } from './manifest.ts'

/** What the database holds of the case of a package. */
export type Kept = Readonly<{
  /** its events up to the head of the package */
  events: readonly Pick<Link, 'seq' | 'hash'>[]
  /** the event the package calls the head, or null */
  head: Head | null
  /** ids of attachments whose files are kept */
  files: ReadonlySet<string>
}>

/** Whoever changes a package can compute all its hashes anew; that the same stand in the database he cannot do. */
export function compare({ chain, files }: Manifest, kept: Kept): Fault[] {
  const known = new Map(kept.events.map(({ seq, hash }) => [seq, hash]))
  const packed = new Set(chain.events.map(({ seq }) => seq))
  const strange = chain.events.filter(({ seq, hash }) => known.get(seq) !== hash)
  const leftOut = kept.events.filter(({ seq }) => !packed.has(seq))
  const stillKept = files.filter(({ id, state }) => state === 'erased' && kept.files.has(id))
  return [
    ...strange.map(({ seq }) => aboutEvent('event-not-in-database', seq)),
    ...leftOut.map(({ seq }) => aboutEvent('event-left-out', seq)),
    ...(kept.head?.hash === chain.head.hash ? [] : [aboutEvent('head-not-in-database', chain.head.seq)]),
    ...stillKept.map(({ sha256 }) => aboutFile('not-erased', sha256)),
  ]
}
