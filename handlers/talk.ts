import type { NoticeBody } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'
import type { Intent } from '../domain/understand/intent.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { matchDuties } from '../domain/route/match.ts'
import { findPlace } from '../domain/route/place.ts'
import { findTown } from '../domain/people/directory.ts'
import { conflictOf } from '../domain/route/conflict.ts'
import { OPEN_STAGES, type Task } from '../domain/task.ts'
import { accusedIn, isAnybody } from '../domain/understand/accused.ts'
import { announces } from '../domain/understand/opening.ts'
import { again } from '../domain/case/again.ts'
import { onlySaysWho } from '../domain/privacy/samePerson.ts'
import { answerLike } from '../domain/understand/answer.ts'
import { elsewhereOf } from '../domain/understand/elsewhere.ts'
import { NOTHING_DONE } from '../domain/understand/wording-intent.ts'
import { squeeze } from '../domain/text/fold.ts'
import { mereYes } from '../domain/understand/choice.ts'
import { intentOf, isImpatient } from '../domain/understand/intent.ts'
import { ONCE_MORE } from '../domain/understand/wording-wants.ts'
import { askProblem } from './ask.ts'
import { inHand, isLate, reported, reportedLately } from './cases.ts'
import { NOT_LISTED, onWhoHandles } from './lookup.ts'
import { namesMatter } from './matter.ts'
import { homeTown, open } from './open.ts'
import { report } from './report.ts'
import { stored } from './stored.ts'
import { answer, type Result, type Turn } from './turn.ts'
import { onProgress, onSupplement } from './villager.ts'
import { whereIs, written } from './where.ts'

type Talk = Exclude<Intent, 'report' | 'answer'>

const SAID: Readonly<Record<'nonsense' | 'abuse', NoticeBody>> = {
  nonsense: { kind: 'not-understood', why: 'nonsense' },
  abuse: { kind: 'not-understood', why: 'abuse' },
}

/** Plain words to which nothing was asked before: told apart before anything else, and a report when in doubt. */
export async function onTalk(turn: Turn, text: string): Promise<Result> {
  const about = onlySaysWho(text) ? await aboutWhomHeKept(turn, text) : null
  if (about) return about
  if (announces(text)) return report(turn, text)
  const intent = intentIn(turn, text)
  if (mereYes(text)) return answer('a yes to nothing', { kind: 'not-understood', why: 'nothing' })
  if (intent !== 'report' && intent !== 'answer') return TALKS[intent](turn, text)
  const isAnswer = intent === 'answer' || answerLike(text, turn.world.towns, dayOf(turn.world.now))
  return (isAnswer ? await lateAnswer(turn, text) : null) ?? report(turn, text)
}

/** Who asked not to be known and then says who he is means that case, and opens no other. */
async function aboutWhomHeKept(turn: Turn, text: string): Promise<Result | null> {
  const [newest] = await reported(turn, OPEN_STAGES)
  return newest && newest.shield !== 'none' ? lateAnswer(turn, text) : null
}

/** The answer to what is plainly a question of his own, by its words alone; null where it may be anything else. */
export async function talkIn(turn: Turn, text: string): Promise<Result | null> {
  const item = namesMatter(turn, text)
  const intent = intentOf(text, { item, danger: false, files: turn.files.length > 0 })
  return intent === 'report' || intent === 'answer' ? null : TALKS[intent](turn, text)
}

function intentIn(turn: Turn, text: string): Intent {
  const { world, files } = turn
  const item = namesMatter(turn, text)
  const elsewhere = !item && world.towns.some((town) => elsewhereOf(text, town) !== null)
  // a danger is dealt with before: what is left of it here is a report
  const danger = world.towns.some((town) => dangerOf(text, town) !== null)
  const intent = intentOf(text, { item, danger, files: files.length > 0, elsewhere }, world.towns[0]?.hearing)
  return intent === 'report' && !item && !danger && accusesOurs(world.towns, text) ? 'complain-unit' : intent
}

/** 「李强打人」: by his name it is known whose he is. */
const accusesOurs = (towns: readonly Town[], text: string): boolean =>
  towns.some((town) => isAnybody(accusedIn(text, town)))

const TALKS: Readonly<Record<Talk, (turn: Turn, text: string) => Promise<Result>>> = {
  'ask-duty': askDuty,
  progress: onAskedProgress,
  again: onStillNothing,
  'complain-unit': complain,
  greeting: async ({ speaker }) => answer('greeted', { kind: 'greeting', staff: speaker.person !== null }),
  thanks: async ({ speaker }) => answer('thanked', { kind: 'greeting', staff: speaker.person !== null }),
  nonsense: async () => answer('nonsense', SAID.nonsense),
  abuse: async () => answer('abuse', SAID.abuse),
}

/** What is not on the list he may have taken up all the same. */
async function askDuty(turn: Turn, text: string): Promise<Result> {
  const result = await onWhoHandles(turn, null, text, { offers: true })
  if (result.note !== NOT_LISTED) return result
  const found = whereIs(turn, text)
  const town = (found?.town ?? homeTown(turn.world, turn.speaker.town)).code
  return { ...result, ask: { asks: 'insist', town, place: written(found), text, media: stored(turn.files) } }
}

/**
 * He asks how his own case stands, or only presses: the unit is hurried. Who never reported anything here, or speaks of
 * another place, tells of what he reported elsewhere: that is worth a case when it says what.
 */
async function onAskedProgress(turn: Turn, text: string): Promise<Result> {
  if (isImpatient(text)) return onImpatience(turn)
  const own = await reported(turn, [...OPEN_STAGES, 'finished', 'closed', 'withdrawn'])
  const place = findPlace(text, turn.world.towns)?.place.code ?? null
  const isElsewhere = place !== null && own.every((task) => task.place?.code && task.place.code !== place)
  return isElsewhere || (own.length === 0 && namesMatter(turn, text)) ? report(turn, text) : onProgress(turn, null)
}

/** 「咋还没人管」 of somebody with one open case; of several he is shown how they stand; who has none has not said what it is. */
async function onImpatience(turn: Turn): Promise<Result> {
  const [task, ...others] = await reported(turn, OPEN_STAGES)
  if (task && others.length === 0) return hurried(turn, task)
  if (task || (await reported(turn, ['finished'])).length > 0) return onProgress(turn, null)
  const { world, speaker, files } = turn
  return askProblem(turn, homeTown(world, speaker.town), { text: '', media: stored(files) })
}

async function hurried(turn: Turn, task: Task): Promise<Result> {
  const reporter = { userid: turn.speaker.userid, chat: turn.row.chat }
  const joining = { text: task.text, reporter, how: 'same-text', reply: turn.row.reply } as const
  return { note: `again ${task.caseNo}`, decision: again(await inHand(turn.ctx, task), joining, null, turn.world) }
}

/** 「我昨天报的那个还没人管」: he waits for one case of his own, and its unit is hurried; of several he is shown how they stand. */
async function onStillNothing(turn: Turn, text: string): Promise<Result> {
  const open = await reported(turn, OPEN_STAGES)
  const [task, ...others] = meantBy(turn, text, open)
  if (!task && open.length > 0) return report(turn, text.replace(ONCE_MORE, ''))
  return task && others.length === 0 ? hurried(turn, task) : onAskedProgress(turn, text)
}

/** Those of his cases that are about what he names, or lie where he says, else all of them. */
function meantBy({ world }: Turn, text: string, own: readonly Task[]): readonly Task[] {
  const day = dayOf(world.now)
  const itemsIn = (words: string) =>
    world.towns.flatMap(({ duties }) => matchDuties(words, duties, day).map(({ duty }) => duty.code))
  // 没人管 is what he complains of, not what it is about
  const items = itemsIn(squeeze(text).replace(NOTHING_DONE, ''))
  const place = findPlace(text, world.towns)?.place.code ?? null
  const isNamed = (task: Task) => items.length === 0 || itemsIn(task.text).some((code) => items.includes(code))
  return own.filter((task) => isNamed(task) && (place === null || task.place?.code === place))
}

/** 反映干部作风: never to the unit itself, and nobody is asked where it was. */
async function complain(turn: Turn, text: string): Promise<Result> {
  const { world, speaker } = turn
  const own = await complainedOf(turn, text)
  if (own) return onSupplement(turn, { caseNo: own.caseNo }, text)
  const found = whereIs(turn, text)
  const town = found?.town ?? homeTown(world, speaker.town)
  return open(turn, { town, place: written(found), text, media: stored(turn.files), complaint: true })
}

/** The report of his whose unit these words accuse: one made lately, or, where somebody is named, any that is open. */
async function complainedOf(turn: Turn, text: string): Promise<Task | null> {
  const own = (await reported(turn, OPEN_STAGES)).filter(({ lead }) => lead !== null)
  const isMeant = (task: Task) => {
    const town = findTown(turn.world, task.town)
    const { lead, person } = task
    const accused = own[0] === task && !isLate(turn, task) ? accusedIn(text, town, lead) : accusedIn(text, town)
    return conflictOf(accused, { lead, officer: person }, town) !== null
  }
  return own.find(isMeant) ?? null
}

/** 「就在桥边上」 a while after the question was given up: more about what he reported. */
async function lateAnswer(turn: Turn, text: string): Promise<Result | null> {
  const newest = await reportedLately(turn)
  return newest && onSupplement(turn, { caseNo: newest.caseNo }, text)
}
