import type { Intake } from '../domain/case/open.ts'
import type { Chat, ReplyHandle } from '../domain/inbound.ts'
import type { Place, Shield } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import type { Store } from '../context.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findPlace } from '../domain/route/place.ts'
import { openSeveral } from '../domain/case/several.ts'
import { advised } from '../domain/triage/advised.ts'
import { dangerApart } from '../domain/triage/dangerApart.ts'
import { choosing, type Chooser } from '../domain/triage/chooser.ts'
import { stricter } from '../domain/case/shield.ts'
import { judge, type Judgement } from '../domain/triage/judge.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { problemsOf, type Problem } from '../domain/triage/problems.ts'
import type { Decision, Question } from '../domain/decision.ts'
import { keptLately } from './kept.ts'
import type { Result, Turn } from './turn.ts'

/** What was said, as far as it is understood. `before` = words that belong to the case and do not say who leads. */
export type Said = Readonly<{
  town: Town
  place: Place | null
  text: string
  media: readonly string[]
  emergency?: boolean
  before?: string | undefined
  /** about the township's own people: for the supervisors */
  complaint?: boolean
  /** ISO; another system wants an answer by then */
  answerBy?: string | null
  /** what was made of it already */
  problems?: readonly Problem[]
}>

/** A case of what a turn said: numbered, routed, and confirmed to whoever wrote. */
export async function open(turn: Turn, said: Said): Promise<Result> {
  const { row, world, speaker } = turn
  const { media, emergency = false } = said
  const reporter = { userid: speaker.userid, chat: row.chat }
  const draft = {
    ...said,
    reporter,
    emergency,
    reply: row.reply,
    attachments: media,
    chooser: turn.ctx.chooser ?? null,
  }
  const decision = await openFor(turn.ctx.store, world, draft)
  const spot: Question | null =
    emergency && decision.task?.place === null ? { asks: 'spot', caseNo: decision.task.caseNo } : null
  return { note: `case ${decision.task?.caseNo}`, decision, ...(spot ? { ask: spot } : {}) }
}

type Draft = Readonly<{
  town: Town
  place: Place | null
  text: string
  before?: string | undefined
  shield?: Shield
  complaint?: boolean
  problems?: readonly Problem[]
  answerBy?: string | null
  chooser?: Chooser | null
  reporter: Readonly<{ userid: string; chat: Chat }>
  emergency: boolean
  reply: ReplyHandle | null
  attachments: readonly string[]
}>

/** Routes and numbers a report, one case for each unit that must lead; also used when a question stays unanswered. */
export async function openFor(store: Store, world: World, draft: Draft): Promise<Decision> {
  const day = dayOf(world.now)
  const { town, before } = draft
  const shield = stricter(draft.shield ?? 'none', await keptLately(store, draft, world))
  const intakes: Intake[] = []
  for (const problem of madeOf(draft, world)) {
    const { text, judgement: found } = problem
    const emergency = draft.emergency && problem.danger !== false
    const judgement = emergency || draft.complaint ? found : await withAdvice(found, text, draft, world)
    const seq = await store.nextSeq(town.code, day.slice(2).replaceAll('-', ''))
    const part = text === draft.text ? {} : partOf(draft, problem)
    intakes.push({ ...draft, ...judgement, shield, emergency, seq, text, ...part })
  }
  const [first, ...others] = intakes
  if (!first || !before) return openSeveral(intakes, world)
  return openSeveral([{ ...first, text: `${first.text}${SAID_JOIN}${before}` }, ...others], world)
}

/** A complaint is one, a danger stands by itself, and all else is one case for each problem. */
function madeOf(
  { text, place, town, complaint, emergency, problems }: Draft,
  { now, classifier = null }: World,
): readonly Problem[] {
  const day = dayOf(now)
  if (complaint) return [{ text, judgement: judge(text, town, day, classifier) }]
  if (emergency) return dangerApart(text, place, town, day, classifier)
  return problems ?? problemsOf(text, town, day, classifier)
}

/** Where nobody is sure, whoever is set up to be asked may choose among our candidates. */
async function withAdvice(
  judgement: Judgement,
  text: string,
  { town, chooser }: Draft,
  world: World,
): Promise<Judgement> {
  const { routed } = judgement
  if (!chooser || routed.kind !== 'unsure' || routed.level === 'emergency') return judgement
  const day = dayOf(world.now)
  const advice = await chooser(text, choosing(routed.candidates, town, day))
  return advised(judgement, advice, text, town, day, world.classifier ?? null)
}

/** A part of a message stands where it says, else where the message says. */
function partOf(draft: Draft, problem: Problem): Pick<Intake, 'place' | 'whole'> {
  return { whole: draft.text, place: placeOfPart(draft, problem) }
}

export function placeOfPart({ town, place }: Pick<Draft, 'town' | 'place'>, problem: Problem): Place | null {
  if (problem.place !== undefined) return problem.place
  const found = findPlace(problem.text, [town], {})
  return found && found.ambiguous.length === 0 ? found.place : place
}

/** A speaker's own township, else the first: its command room will send it on. */
export function homeTown(world: World, own: Town | null): Town {
  const town = own ?? world.towns[0]
  if (!town) throw new Error('no township is configured')
  return town
}
