import type { Question } from '../domain/decision.ts'
import type { Again, Choices } from '../domain/facts.ts'
import type { NoticeBody } from '../domain/notice.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { isInForce } from '../domain/route/match.ts'
import { CHOICE } from '../domain/understand/wording-choices.ts'
import { villageTails } from '../domain/route/tail.ts'
import type { FoundPlace } from '../domain/route/place.ts'
import { squeeze } from '../domain/text/fold.ts'
import { reported } from './cases.ts'
import { mayBeSaid } from './here.ts'
import { homeTown } from './open.ts'
import type { Result, Turn } from './turn.ts'

/** So many own places, and so many duty items, are offered as buttons. */
const OFFERED = 3
/** More than these do not stand under one message. */
const MOST_BUTTONS = 6
const SHOWN = 40

/** The buttons of a question, on a message that is known by them. */
export const buttons = (turn: Turn, choices: readonly string[]): Choices => ({ cardId: `ask_${turn.row.id}`, choices })

/** A question is put, and its buttons are remembered with it. */
export function put(note: string, question: Question, body: NoticeBody, { cardId, choices }: Choices): Result {
  return { note, answers: [body], ask: { ...question, card: cardId, choices } }
}

/** 在哪里？ The townships that have such a place, else what he may mean, and where he reported from before. */
export async function askPlace(
  turn: Turn,
  text: string,
  media: readonly string[],
  { found = null, again }: Readonly<{ found?: FoundPlace | null; again?: Again }> = {},
): Promise<Result> {
  const towns = found?.heard ? [] : (found?.ambiguous ?? []).map(({ name }) => name)
  const heard = (found?.heard ?? []).slice(0, OFFERED)
  const ask = buttons(
    turn,
    towns.length > 1 ? towns.slice(0, MOST_BUTTONS) : [...heard, ...(await likelyPlaces(turn, text)), CHOICE.noPlace],
  )
  const so = { text: text.slice(0, SHOWN), emergency: false, towns, ask }
  const body = { kind: 'ask-place', ...so, ...(again ? { again } : {}) } as const
  return put('asked for the place', { asks: 'place', text, media, ...(again ? { again: true } : {}) }, body, ask)
}

async function likelyPlaces(turn: Turn, text: string): Promise<string[]> {
  const { speaker, world } = turn
  const tails = villageTails(squeeze(text), speaker.town ?? homeTown(world, speaker.town))
  const own = await reported(turn, [...OPEN_STAGES, 'finished', 'closed'])
  const before = own.filter((task) => mayBeSaid(turn, task)).flatMap(({ place }) => (place?.code ? [place.name] : []))
  return [...new Set([...tails, ...before])].slice(0, OFFERED)
}

type ProblemSoFar = Omit<Extract<Question, { asks: 'problem' }>, 'asks'>
type Said = Readonly<{ voice?: boolean; place?: string }>

/** 是什么问题？ */
export function askProblem(turn: Turn, town: Town, so: ProblemSoFar, said: Said = {}): Result {
  const ask = buttons(turn, usualProblems(town, dayOf(turn.world.now)))
  const body = { kind: 'ask-problem', withMedia: so.media.length > 0, ...said, ask } as const
  return put('asked for the problem', { asks: 'problem', ...so }, body, ask)
}

/** The first item of the duty list of each unit. */
function usualProblems({ duties }: Town, day: string): string[] {
  const own = duties.filter((duty) => duty.mode !== 'refer' && isInForce(duty, day))
  return [...new Map(own.toReversed().map(({ lead, name }) => [lead, name])).values()].toReversed().slice(0, OFFERED)
}
