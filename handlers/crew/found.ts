import type { Entry, Kind } from '../../domain/book/entry.ts'
import type { PartCard } from '../../domain/book/said.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { PartVerb } from '../../domain/command/parts.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Person, Town } from '../../domain/town.ts'
import { findPerson } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { findEntry } from '../entries.ts'
import { isTap, type Result, type Turn } from '../turn.ts'

export type Staff = Readonly<{ person: Person; town: Town }>

/** The speaker as one of the staff, in the township that is given. */
export function staffOf({ speaker, world }: Turn, town?: string): Staff | Result {
  const found = town === undefined ? speaker : findPerson(world, speaker.userid, town)
  return found?.person && found.town ? { person: found.person, town: found.town } : refusal('not-staff', null)
}

type Wanted<K extends Kind> = Readonly<{
  kind: K
  states: readonly string[]
  none: RefusalReason
  /** without a number only these are meant */
  fits: (entry: Entry<K>, staff: Staff) => boolean
}>

export type Meant<K extends Kind> = Staff & Readonly<{ entry: Entry<K>; words: string }>

/** What an order means: by its number, or the only one that waits for the speaker. Only his own township's exist for him. */
export async function entryMeant<K extends Kind>(
  turn: Turn,
  { kind, states, none, fits }: Wanted<K>,
  ref: CaseRef | null,
  rest: string,
): Promise<Meant<K> | Result> {
  const own = staffOf(turn)
  if ('note' in own) return own
  const isOurs = (entry: Entry<K>) => findPerson(turn.world, own.person.userid, entry.town)?.town.code === entry.town
  const may = (entry: Entry<K>) => isOurs(entry) && (ref !== null || fits(entry, own))
  const found = await findEntry(turn, { kinds: [kind], states, may }, ref, rest)
  if (!found.ok) return refusal(found.choices.length > 0 ? 'needs-case' : none, null, found.choices)
  const staff = staffOf(turn, found.entry.town)
  return 'note' in staff ? staff : { ...staff, entry: found.entry, words: found.words.trim() }
}

/** Refused, a tapped card shows how it stands now; one that still waits for somebody else stays open for him. */
export function refused(reason: RefusalReason, choices: readonly string[], entry: Entry, card: PartCard): Result {
  const said = refusal(reason, null, choices)
  return entry.state === 'asked' ? said : { ...said, card }
}

/** Says what an order lacks; the next message of this person is that. */
export function askFor(
  reason: RefusalReason,
  verb: PartVerb,
  {
    no = null,
    lead = '',
    choices = [],
  }: Readonly<{ no?: string | null; lead?: string; choices?: readonly string[] }> = {},
): Result {
  return { ...refusal(reason, null, choices), ask: { asks: 'words', verb, no, lead } }
}

/** The card as it is now takes the place of the tapped one; whoever typed hears it as an answer. */
export function shown(turn: Turn, card: PartCard, otherwise: NoticeBody): Pick<Result, 'card' | 'answers'> {
  return isTap(turn) ? { card } : { answers: [otherwise] }
}
