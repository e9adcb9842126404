import type { Entry, EntryNumber } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Told } from './said.ts'
import type { Task } from '../task.ts'
import type { Person } from '../town.ts'
import type { World } from '../world.ts'
import { ofKind } from '../book/entry.ts'
import { dayOf } from '../calendar/zone.ts'
import { begin, decide, enter, factsNow, record, tellReporters } from '../case/draft.ts'
import { whyNot } from '../case/transitions.ts'
import { isBarred } from '../people/barred.ts'
import { joinMentor } from '../review/mentor.ts'
import { armClocks } from './clocks.ts'
import { fresh, newFile } from './fresh.ts'
import { lookAt } from './look.ts'
import { licensedIn, officerCalled } from './officers.ts'
import { pause } from './pause.ts'
import { standingOf } from './power.ts'
import { wordsIn } from './read.ts'
import { SIMPLE } from './wording-said.ts'
import { mayInvestigate } from '../people/licence.ts'

type Refused = Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>
export type Opened = Readonly<{ ok: true; decision: Decision; task: Task; entry: Entry<'file'> }> | Refused
export type NotOpened = Readonly<{ ok: true; decision: Decision; task: Task }> | Refused

const no = (reason: RefusalReason, choices: readonly string[] = []): Refused => ({ ok: false, reason, choices })

export const isOpenFile = ({ state }: Entry<'file'>): boolean => state === 'open' || state === 'decided'

/** The file of a case that is not finished; a case has one at most. */
export const openFileOf = ({ entries = [] }: CaseInHand): Entry<'file'> | null =>
  ofKind(entries, 'file').find(isOpenFile) ?? null

/**
 * 立案 n [简易] [同办人]: a licensed officer of the unit that leads opens a file (§54), where its unit may punish for the item
 * on that day; in whose name it is decided is written down with it.
 */
export function openFile(hand: CaseInHand, actor: Actor, said: string, number: EntryNumber, world: World): Opened {
  const { task, town } = hand
  const today = dayOf(world.now)
  const refused = mayNot(hand, actor)
  if (refused) return refused
  const person = town.people.find(({ userid }) => userid === actor.userid)
  if (!person || !mayInvestigate(person, today)) return no('file-licence', licensedIn(town, task.lead, today))
  const duty = town.duties.find(({ code }) => code === task.item)
  const standing = standingOf(task, town, today)
  if (!duty || (!standing.ok && standing.stop === 'no-item')) return no('file-item')
  if (!standing.ok) return no('file-power', [standing.who ?? '', standing.stop ?? '', standing.day ?? ''])
  const officers = officersIn(said, hand, person, today)
  if (officers === null) return no('file-officers', licensedIn(town, task.lead, today))
  const entry = fresh(
    hand,
    number,
    world,
    { ...newFile(hand, duty, world), organ: standing.organ, delegation: standing.delegation, officers },
    SIMPLE.test(said),
  )
  const draft = begin(world, hand)
  enter(draft, entry)
  joinMentor(draft, hand, entry)
  // from now on the rules of today count for it, whatever the case was dispatched under
  const look = lookAt({ ...hand, policy: town.policy }, entry, world)
  armClocks(draft, look)
  pause(draft, look)
  record(draft, 'filed', actor.userid, { no: entry.no, procedure: entry.data.procedure })
  const again = ofKind(hand.entries ?? [], 'file').length > 0
  const how: Readonly<{ how?: Told }> = again
    ? { how: 'again' }
    : entry.data.procedure === 'simple'
      ? { how: 'spot' }
      : {}
  tellReporters(draft, () => ({ kind: 'file-told', facts: factsNow(draft), filed: true, note: null, ...how }))
  return { ok: true, decision: decide(draft), task: draft.task, entry }
}

/** 不予立案 n 理由: it is written down, the reporter hears why, and the case goes on until it is done. */
export function refuseFile(hand: CaseInHand, actor: Actor, reason: string, world: World): NotOpened {
  const refused = mayNot(hand, actor)
  if (refused) return refused
  const draft = begin(world, hand)
  record(draft, 'not-filed', actor.userid, { reason })
  tellReporters(draft, () => ({ kind: 'file-told', facts: factsNow(draft), filed: false, note: reason }))
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** Who may not, or a case that is not being worked on, or has a file. */
export function mayNot(hand: CaseInHand, { userid }: Actor): Refused | null {
  const { task, town } = hand
  const person = town.people.find((each) => each.userid === userid)
  if (person && isBarred(task, town, userid)) return no('conflict')
  if (!person || person.station === null || person.station !== task.lead) return no('not-yours')
  // what may be finished may be filed: somebody has signed it, and it is not over
  const reason = whyNot(task, 'finish')
  if (reason) return no(reason)
  // what was punished is not punished once more (§29)
  const open = openFileOf(hand) ?? ofKind(hand.entries ?? [], 'file').find(({ state }) => state === 'closed')
  return open ? no('file-exists', [open.data.filingNo ?? open.no]) : null
}

/** Who opens it, and whom he names; null where a name is nobody's, or he has no licence. */
function officersIn(
  said: string,
  { town, task }: CaseInHand,
  { userid }: Person,
  today: string,
): readonly string[] | null {
  const [name] = wordsIn(said.replace(SIMPLE, ''))
  if (!name) return [userid]
  const other = officerCalled(name, town, task.lead)
  return other && other.userid !== userid && mayInvestigate(other, today) ? [userid, other.userid] : null
}
