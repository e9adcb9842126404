import type { NoticeBody } from '../domain/notice.ts'
import type { Intent } from '../domain/understand/intent.ts'
import { dayOf, HOUR } from '../domain/calendar/zone.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { matchDuties } from '../domain/route/match.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { answerLike } from '../domain/understand/answer.ts'
import { elsewhereOf } from '../domain/understand/elsewhere.ts'
import { intentOf } from '../domain/understand/intent.ts'
import { reported } from './cases.ts'
import { onWhoHandles } from './lookup.ts'
import { homeTown, open } from './open.ts'
import { report } from './report.ts'
import { stored } from './stored.ts'
import { answer, type Result, type Turn } from './turn.ts'
import { onProgress, onSupplement } from './villager.ts'
import { whereIs, written } from './where.ts'

/** An answer nobody asked for belongs to what was reported this lately. */
const LATELY_MS = 24 * HOUR

type Talk = Exclude<Intent, 'report' | 'answer'>

const SAID: Readonly<Record<'nonsense' | 'abuse', NoticeBody>> = {
  nonsense: { kind: 'not-understood', why: 'nonsense' },
  abuse: { kind: 'not-understood', why: 'abuse' },
}

/** Plain words to which nothing was asked before: told apart before anything else, and a report when in doubt. */
export async function onTalk(turn: Turn, text: string): Promise<Result> {
  const intent = intentIn(turn, text)
  if (intent !== 'report' && intent !== 'answer') return TALKS[intent](turn, text)
  const isAnswer = intent === 'answer' || answerLike(text, turn.world.towns, dayOf(turn.world.now))
  return (isAnswer ? await lateAnswer(turn, text) : null) ?? report(turn, text)
}

function intentIn({ world, files }: Turn, text: string): Intent {
  const day = dayOf(world.now)
  const item = world.towns.some(({ duties }) => matchDuties(text, duties, day).length > 0)
  const elsewhere = !item && world.towns.some((town) => elsewhereOf(text, town) !== null)
  // a danger is dealt with before: what is left of it here is a report
  const danger = world.towns.some((town) => dangerOf(text, town) !== null)
  return intentOf(text, { item, danger, files: files.length > 0, elsewhere }, world.towns[0]?.hearing)
}

const TALKS: Readonly<Record<Talk, (turn: Turn, text: string) => Promise<Result>>> = {
  'ask-duty': (turn, text) => onWhoHandles(turn, null, text),
  progress: onAskedProgress,
  'complain-unit': complain,
  greeting: async ({ speaker }) => answer('greeted', { kind: 'greeting', staff: speaker.person !== null }),
  thanks: async ({ speaker }) => answer('thanked', { kind: 'greeting', staff: speaker.person !== null }),
  nonsense: async () => answer('nonsense', SAID.nonsense),
  abuse: async () => answer('abuse', SAID.abuse),
}

/** Who never reported anything here tells of what he reported elsewhere: that is worth a case when it says what. */
async function onAskedProgress(turn: Turn, text: string): Promise<Result> {
  const own = await reported(turn, [...OPEN_STAGES, 'finished', 'closed', 'withdrawn'])
  const tells = turn.world.towns.some(({ duties }) => matchDuties(text, duties, dayOf(turn.world.now)).length > 0)
  return own.length === 0 && tells ? report(turn, text) : onProgress(turn, null)
}

/** 反映干部作风: never to the unit itself, and nobody is asked where it was. */
async function complain(turn: Turn, text: string): Promise<Result> {
  const { world, speaker } = turn
  const found = whereIs(turn, text)
  const town = found?.town ?? homeTown(world, speaker.town)
  return open(turn, { town, place: written(found), text, media: stored(turn.files), complaint: true })
}

/** 「就在桥边上」 a while after the question was given up: more about what he reported. */
async function lateAnswer(turn: Turn, text: string): Promise<Result | null> {
  const [newest] = await reported(turn, OPEN_STAGES)
  if (!newest || turn.world.now.getTime() - newest.createdAt.getTime() > LATELY_MS) return null
  return onSupplement(turn, { caseNo: newest.caseNo }, text)
}
