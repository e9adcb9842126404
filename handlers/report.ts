import type { Decision, Question, Spot } from '../domain/decision.ts'
import { OPEN_STAGES, type Place, type Task } from '../domain/task.ts'
import { placesDiffer } from '../domain/duplicate/gate.ts'
import { normalised } from '../domain/duplicate/grams.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { findTown } from '../domain/people/directory.ts'
import { matchDuties } from '../domain/route/match.ts'
import { findPlace, townNamed, type FoundPlace } from '../domain/route/place.ts'
import { told } from '../domain/understand/courtesy.ts'
import { saysOnlyWhere } from '../domain/understand/from.ts'
import { shieldIn, tellsNothing } from '../domain/privacy/shieldIn.ts'
import { CLAUSE_JOIN } from '../domain/triage/wording.ts'
import { announces, namesOnlyPlace } from '../domain/understand/opening.ts'
import { answerPlace } from './answerPlace.ts'
import { askPlace, askProblem } from './ask.ts'
import { othersBusiness, tellElsewhere } from './elsewhere.ts'
import { insistedNote } from './notes.ts'
import { namesMatter } from './matter.ts'
import { homeTown, open } from './open.ts'
import { joinTo } from './duplicate.ts'
import { reported } from './cases.ts'
import { openOrJoin } from './same.ts'
import { stored } from './stored.ts'
import { sure, whereIs, written } from './where.ts'
import { answer, answered, mayAsk, type Result, type Turn } from './turn.ts'

/** `near` = where a danger is if the text names no place, `spot` = where anything is; `before` = words that belong to the case and do not say who leads. */
type Known = Readonly<{ near?: Place | null; spot?: Spot | null; before?: string }>

/** Shorter than this beside a place name, there is no problem in it yet. */
const LEAST_PROBLEM = 3

/** Anything that is no command: one numbered case, or the one question that is missing. `known` = what was said before it. */
export async function report(turn: Turn, text: string, known: Known = {}): Promise<Result> {
  const { world, speaker } = turn
  const media = stored(turn.files)
  if (!/[\p{Script=Han}\p{L}\p{N}]/u.test(text))
    return answer('nothing to report', { kind: 'not-understood', why: 'nothing' })
  const found = whereIs(turn, text, known.spot ?? null)
  const town = found?.town ?? townNamed(text, world.towns) ?? homeTown(world, speaker.town)
  const emergency = dangerOf(text, town) !== null
  const place = sure(found)?.place ?? null
  if (emergency)
    return open(turn, {
      town,
      place: place ?? known.near ?? written(found),
      text,
      media,
      emergency: true,
      before: known.before,
    })
  const other = othersBusiness(turn, town, text)
  if (other) return tellElsewhere(turn, town, other, { place, text, media })
  const before = await saidBefore(turn, text, place)
  if (before) return joinTo(turn, before, { text, how: 'same-text', attachments: media })
  if (mayAsk(turn) && announces(text)) return askProblem(turn, town, { text: '', media })
  if (mayAsk(turn) && namesNoProblem(text, found, town, world.now)) return whatIsIt(turn, town, { text, media }, found)
  if (!place && mayAsk(turn)) return askPlace(turn, text, media, { found })
  return openOrJoin(turn, { town, place: written(found), text, media })
}

/** His own open case in these very words. */
async function saidBefore(turn: Turn, text: string, place: Place | null): Promise<Task | null> {
  const said = normalised(text)
  const own = await reported(turn, OPEN_STAGES)
  return own.find((task) => normalised(task.text) === said && !placesDiffer(place, task.place)) ?? null
}

/** He wants it taken up all the same: a case, for the command room to say by whom. */
export async function insist(
  turn: Turn,
  { town: code, place, text, media }: Extract<Question, { asks: 'insist' }>,
): Promise<Result> {
  const town = findTown(turn.world, code)
  const asks = !place && mayAsk(turn)
  const result = asks
    ? await askPlace(turn, text, media)
    : answered(await openOrJoin(turn, { town, place, text, media }))
  return { ...result, note: `${insistedNote(code)}${result.note}` }
}

/** 「我是王家村的」: that much is remembered, and he hears so. What is only manners is not kept. */
function whatIsIt(turn: Turn, town: Town, { text, media }: Begun, found: FoundPlace | null): Result {
  const place = sure(found)?.place ?? null
  const kept = told(text) === '' && shieldIn(text) === 'none' ? '' : text
  const said = place && saysOnlyWhere(text, town, place.name) ? { place: place.name } : {}
  return askProblem(turn, town, { text: kept, media }, said)
}

type Begun = Readonly<{ text: string; media: readonly string[] }>

/** A place and nothing more, or a word or two that name neither. */
function namesNoProblem(text: string, found: FoundPlace | null, town: Town, now: Date): boolean {
  if (tellsNothing(told(text))) return true
  return found ? isOnlyPlace(text, found.place, town, now) : isTooShort(text, town, now)
}

/** A danger in place of the answer: one case of the highest level, led by who must deal with the danger, and nothing said before is lost. */
export async function dangerInstead(
  turn: Turn,
  question: Extract<Question, { asks: 'place' | 'same' | 'which' }>,
  said: string,
): Promise<Result> {
  const result = await report(turn, said, { before: question.text })
  // a danger by the words of another township only
  if (!result.decision && question.asks === 'place') return answerPlace(turn, question, said)
  return { ...attachedTo(result, question.media), ask: result.ask ?? null }
}

/** Words that name another village than that of the case, and a problem there. */
export function speaksOfElsewhere(turn: Turn, said: string, task: Task): boolean {
  const found = findPlace(said, turn.world.towns, { prefer: task.town })
  if (!found?.place.code || found.place.code === task.place?.code) return false
  return namesMatter(turn, said, [found.town])
}

export async function answerProblem(
  turn: Turn,
  question: Extract<Question, { asks: 'problem' }>,
  said: string,
): Promise<Result> {
  const text = question.text ? `${question.text}${CLAUSE_JOIN}${said}` : said
  const spot = question.spot ?? null
  const result = await report(turn, text, { spot })
  const asked = result.ask
    ? {
        ...result.ask,
        ...('media' in result.ask ? { media: [...question.media, ...result.ask.media] } : {}),
        ...(result.ask.asks === 'problem' && spot ? { spot } : {}),
      }
    : null
  return { ...attachedTo(result, question.media), ask: asked }
}

function attachedTo(result: Result, media: readonly string[]): Result {
  const decision = attachEarlier(result.decision, media)
  return { ...result, ...(decision ? { decision } : {}) }
}

function attachEarlier(decision: Decision | undefined, media: readonly string[]): Decision | undefined {
  if (!decision?.task || media.length === 0) return decision
  return { ...decision, attach: { taskId: decision.task.id, ids: [...media, ...(decision.attach?.ids ?? [])] } }
}

/** A word or two that name no problem (匿名, 在吗) are the beginning of a message, not a report. */
function isTooShort(text: string, town: Town, now: Date): boolean {
  return [...text].length <= 6 && matchDuties(text, town.duties, dayOf(now)).length === 0
}

function isOnlyPlace(text: string, place: Place, town: Town, now: Date): boolean {
  // the name of a shop may be a word of the duty list
  if (namesOnlyPlace(text, [town])) return true
  if (matchDuties(text, town.duties, dayOf(now)).length > 0) return false
  if (saysOnlyWhere(text, town, place.name)) return true
  const rest = text.replace(place.name, '').replace(/[\s\p{P}]/gu, '')
  return [...rest].length < LEAST_PROBLEM
}
