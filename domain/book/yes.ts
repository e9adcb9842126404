import { judgesOf } from '../assess/judges.ts'
import type { Verb } from '../command/parsed.ts'
import type { Person, Town } from '../town.ts'
import { isCommand } from '../people/directory.ts'
import { COMMAND_ROOM } from '../work/owner.ts'
import { isKind, type Entry, type Kind } from './entry.ts'

type Answers = Readonly<{ state: string; agree: Verb; disagree: Verb }>

/** What waits for somebody's yes or no: in which state, and the orders that say it in full. */
const ANSWERS: Readonly<Partial<Record<Kind, Answers>>> = {
  extension: { state: 'asked', agree: 'extend-agree', disagree: 'extend-refuse' },
  suspension: { state: 'asked', agree: 'suspend-agree', disagree: 'suspend-refuse' },
  request: { state: 'asked', agree: 'request-agree', disagree: 'request-refuse' },
  signoff: { state: 'open', agree: 'signoff-agree', disagree: 'signoff-refuse' },
  exclusion: { state: 'asked', agree: 'exclude-agree', disagree: 'exclude-refuse' },
  leave: { state: 'asked', agree: 'leave-agree', disagree: 'leave-refuse' },
  swap: { state: 'asked', agree: 'swap-agree', disagree: 'swap-refuse' },
  appeal: { state: 'asked', agree: 'appeal-agree', disagree: 'appeal-refuse' },
  opinion: { state: 'answered', agree: 'accept', disagree: 'rectify-again' },
}

export const ANSWERABLE: readonly Kind[] = Object.keys(ANSWERS).filter((kind): kind is Kind => kind in ANSWERS)
export const ANSWERABLE_STATES: readonly string[] = [
  ...new Set(Object.values(ANSWERS).map(({ state }: Answers) => state)),
]

/** The order in full that a mere 同意 or 不同意 to this means; null when it waits for none. */
export function orderFor(entry: Entry, agrees: boolean): Verb | null {
  const answers = ANSWERS[entry.kind]
  if (answers?.state !== entry.state) return null
  return agrees ? answers.agree : answers.disagree
}

/** Is it this person whom it waits for? Whether he really may, the order itself decides. */
export function waitsFor(entry: Entry, person: Person, town: Town): boolean {
  const { people } = town
  const { userid, station, roles } = person
  if (isKind(entry, 'swap')) return entry.owner === userid
  if (isKind(entry, 'extension', 'suspension', 'leave')) {
    const isHis = entry.owner === userid || (entry.owner === COMMAND_ROOM && isCommand(person))
    return isHis && entry.data.by !== userid
  }
  if (isKind(entry, 'request')) return entry.data.to === station
  if (isKind(entry, 'signoff')) return station !== null && entry.owner === station
  if (isKind(entry, 'appeal')) return judgesOf(town, entry.data.unit, entry.data.by).includes(userid)
  const supervised = people.some((each) => each.roles.includes('supervisor'))
  return supervised ? roles.includes('supervisor') : isKind(entry, 'exclusion') && isCommand(person)
}
