import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Revisit } from './kinds.ts'
import type { CallResult } from './wording-result.ts'
import {
  addressOf,
  begin,
  decide,
  enter,
  factsNow,
  nextCardId,
  record,
  tell,
  tellReporters,
  type CaseInHand,
  type Draft,
} from '../case/draft.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { reopen } from '../case/reporter.ts'
import { whyNot } from '../case/transitions.ts'
import { isReporter } from '../people/audience.ts'
import { isBarred } from '../people/barred.ts'
import { maskFor } from '../privacy/mask.ts'
import { hasRole, stationOf } from './parties.ts'

type Entered = Entry<'revisit'>
type Found = Readonly<{ result: CallResult; note: string | null }>

/** Nobody answered so often: it is given up. */
export const TRIES = 3

/** The case is one of those a person calls about. Who asked to be kept is asked in his chat and never called. `of` = how many the unit closed that month. */
export function drawn(hand: CaseInHand, month: string, of: number, number: EntryNumber, world: World): Decision {
  const { task, town } = hand
  const draft = begin(world, hand)
  const nothing = { tries: 0, solved: null, satisfied: null, note: null, by: null } as const
  const data: Revisit = { unit: task.lead ?? '', month, rounds: task.reopens, ...nothing }
  const entry: Entered = newEntry({ world, town }, 'revisit', number, {
    taskId: task.id,
    state: 'open',
    owner: null,
    dueAt: null,
    data,
  })
  enter(draft, entry)
  record(draft, 'revisit-drawn', 'system', { ...dataOf(entry), month, of })
  if (task.shield !== 'none') askInChat(draft, entry)
  return decide(draft)
}

/** 回访 n …: what a dispatcher heard when he called; never one of the unit that handled it. */
export function called(hand: CaseInHand, entry: Entered, actor: Actor, found: Found, world: World): Outcome {
  const reason = mayNotCall(hand, entry, actor) ?? whyOver(entry, found.result)
  if (reason) return refuse(reason)
  if (hand.task.shield !== 'none') return refuse('revisit-chat')
  const draft = begin(world, hand)
  const { redone } = write(draft, entry, found, actor.userid)
  if (redone) tellReporters(draft, () => redoing(draft))
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** 回访 n 在线: he is asked in the chat instead. */
export function askedOnline(hand: CaseInHand, entry: Entered, actor: Actor, world: World): Outcome {
  const reason = mayNotCall(hand, entry, actor) ?? (entry.state === 'open' ? null : 'revisit-over')
  if (reason) return refuse(reason)
  const draft = begin(world, hand)
  enter(draft, entry)
  record(draft, 'revisit-asked', actor.userid, dataOf(entry))
  askInChat(draft, entry)
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** What the reporter himself answers in the chat. */
export function answeredOnline(hand: CaseInHand, entry: Entered, actor: Actor, found: Found, world: World): Outcome {
  if (!isReporter(hand.task, actor.userid)) return refuse('not-reporter')
  const over = whyOver(entry, found.result)
  if (over) return refuse(over)
  const draft = begin(world, hand)
  const { redone } = write(draft, entry, found, 'reporter')
  for (const reporter of redone ? draft.task.reporters : [])
    if (reporter.userid !== actor.userid) tell(draft, 'replies', addressOf(draft, reporter), redoing(draft))
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** The month went by and nobody called. */
export function lapsed(hand: CaseInHand, entry: Entered, world: World): Decision {
  const draft = begin(world, hand)
  enter(draft, { ...entry, state: 'lapsed' })
  record(draft, 'revisit-lapsed', 'system', { ...dataOf(entry), tries: entry.data.tries })
  return decide(draft)
}

function mayNotCall({ task, town }: CaseInHand, { data }: Entered, { userid }: Actor): RefusalReason | null {
  if (!hasRole(town, userid, 'dispatcher')) return 'revisit-who'
  if (isBarred(task, town, userid)) return 'conflict'
  return stationOf(town, userid) === data.unit ? 'revisit-own' : null
}

/** Solved may be followed by satisfied or not; nothing else is said twice. */
function whyOver({ state, data }: Entered, { solved, satisfied, reached }: CallResult): RefusalReason | null {
  if (state === 'open') return null
  const completes = state === 'done' && reached && data.solved === true && data.satisfied === null
  return completes && solved === null && satisfied !== null ? null : 'revisit-over'
}

function write(draft: Draft, entry: Entered, { result, note }: Found, by: string): Readonly<{ redone: boolean }> {
  const said = note && maskFor(draft.task.shield)(note)
  const data = after(entry.data, result, said || null, by)
  const state = result.reached ? 'done' : data.tries < TRIES ? 'open' : 'unreached'
  enter(draft, { ...entry, state, data })
  const { solved, satisfied } = data
  const told = { solved, satisfied, reached: result.reached, tries: data.tries, note: data.note }
  record(draft, 'revisited', by, { ...dataOf(entry), ...told })
  const redone = result.solved === false && whyNot(draft.task, 'unsolved') === null
  if (redone) reopen(draft, data.note, by)
  return { redone }
}

/** Who is satisfied or not says that it is solved, unless he says that it is not. */
function after(data: Revisit, { solved, satisfied, reached }: CallResult, note: string | null, by: string): Revisit {
  if (!reached) return { ...data, tries: data.tries + 1, note: note ?? data.note, by }
  return {
    ...data,
    solved: solved ?? data.solved ?? (satisfied === null ? null : true),
    satisfied: satisfied ?? data.satisfied,
    note: note ?? data.note,
    by,
  }
}

const redoing = (draft: Draft) =>
  ({
    kind: 'progress',
    facts: factsNow(draft),
    step: draft.task.stage === 'triage' ? 'triage' : 'reopened',
    note: null,
    ...(draft.task.reporters.length === 1 ? { own: true as const } : {}),
  }) as const

function askInChat(draft: Draft, { no }: Entered): void {
  for (const reporter of draft.task.reporters) {
    const cardId = nextCardId(draft)
    const body = { kind: 'revisit-ask', no, cardId, facts: factsNow(draft), said: null } as const
    tell(draft, 'replies', addressOf(draft, reporter), body)
  }
}

const dataOf = ({ no, data: { unit, rounds } }: Entered) => ({ no, unit, rounds })
