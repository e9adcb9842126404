import type { Decision } from '../domain/decision.ts'
import type { Notice } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import type { World } from '../domain/world.ts'
import { knownOf } from '../domain/case/suspect.ts'
import { shieldIn } from '../domain/privacy/shieldIn.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { sameChoices } from '../domain/understand/choice.ts'
import { buttons, put } from './ask.ts'
import { joinTo } from './duplicate.ts'
import { alsoElsewhere } from './alsoElsewhere.ts'
import { hinted } from './hint.ts'
import { joinable, lookedAt, offeredFor, type Looked, type Told } from './look.ts'
import { open } from './open.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

/** What is told is known already: joined in the very same words, else asked about. New: a case of its own. Each problem for itself. */
export async function openOrJoin(turn: Turn, told: Told): Promise<Result> {
  const looked = await lookedAt(turn, told)
  const [only, ...others] = looked
  const result = await (only && others.length === 0 ? openOne(turn, told, only) : openSome(turn, told, looked))
  return alsoElsewhere(turn, told, result)
}

async function openOne(turn: Turn, told: Told, looked: Looked): Promise<Result> {
  const { media } = told
  const text = allOf(told)
  const { problem } = looked
  const same = joinable(turn, looked)
  const { level } = problem.judgement.routed
  if (same) return joinTo(turn, same, { text, how: 'same-text', level, attachments: media })
  const offered = offeredFor(looked)
  if (offered.length > 0 && mayAsk(turn)) return askSame(turn, offered, told)
  return suggesting(turn, [looked], await open(turn, { ...told, problems: [problem] }))
}

const allOf = ({ text, before }: Told): string => (before ? `${text}${SAID_JOIN}${before}` : text)

/** What nobody was asked about, the command room is told: alike by the words alone, told in confidence, or one of several. */
function suggesting({ world }: Turn, looked: readonly Looked[], result: Result): Result {
  const { decision } = result
  if (!decision) return result
  const told = [decision, ...(decision.more ?? [])].flatMap((each, n) => hints(each, looked[n], world))
  return { ...result, decision: { ...decision, notices: [...(decision.notices ?? []), ...told] } }
}

const hints = (decision: Decision, looked: Looked | undefined, world: World): readonly Notice[] =>
  looked ? hinted(decision, looked.found, looked.told.town, world) : []

/** Of several problems the known are joined, one that may be known is asked about, and the others are cases of their own. */
async function openSome(turn: Turn, told: Told, looked: readonly Looked[]): Promise<Result> {
  const joins = looked.filter((each) => joinable(turn, each) !== null)
  const asked = looked.find((each) => !joins.includes(each) && mayBeAskedAbout(turn, told, each))
  const fresh = looked.filter((each) => each !== asked && !joins.includes(each))
  const problems = fresh.map(({ problem, told: { place } }) => ({ ...problem, place }))
  const opened = fresh.length > 0 ? suggesting(turn, fresh, await open(turn, { ...told, problems })) : null
  const joined = await joinAll(turn, joins, opened || asked ? [] : told.media)
  const done = [...(opened ? [opened] : []), ...joined]
  const question = asked && askSame(turn, offeredFor(asked), { ...asked.told, media: opened ? [] : told.media })
  return together(question ? [...done, question] : done)
}

/** How he wants to be kept is said of the whole: a part of it does not wait for an answer without it. */
function mayBeAskedAbout(turn: Turn, told: Told, looked: Looked): boolean {
  const keepsWish = shieldIn(told.text) === shieldIn(looked.told.text)
  return keepsWish && mayAsk(turn) && offeredFor(looked).length > 0
}

/** One report joins a case once, whatever it says of it. */
async function joinAll(turn: Turn, joins: readonly Looked[], media: readonly string[]): Promise<readonly Result[]> {
  const byCase = new Map(joins.flatMap((each) => joinPair(turn, each)))
  return Promise.all(
    [...byCase.values()].map(({ task, looked: { problem, told } }, n) =>
      joinTo(turn, task, {
        text: told.text,
        how: 'same-text',
        level: problem.judgement.routed.level,
        attachments: n === 0 ? media : [],
      }),
    ),
  )
}

function joinPair(turn: Turn, looked: Looked): [string, Readonly<{ task: Task; looked: Looked }>][] {
  const task = joinable(turn, looked)
  return task ? [[task.id, { task, looked }]] : []
}

/** One result of several: what is decided is committed at once, and what is asked is asked after it. */
function together(results: readonly Result[]): Result {
  const [first, ...others] = results.flatMap(({ decision }) => decision ?? [])
  const answers = results.flatMap((result) => result.answers ?? [])
  const ask = results.find((result) => result.ask)?.ask
  return {
    note: results.map(({ note }) => note).join(', '),
    ...(first ? { decision: { ...first, more: [...(first.more ?? []), ...others] } } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(ask ? { ask } : {}),
  }
}

/** 和 0007 是同一件事吗？ */
export function askSame(turn: Turn, offered: readonly Task[], told: Told, again = false): Result {
  const { town, place, media } = told
  const cases = offered.map(({ caseNo }) => caseNo)
  const ask = buttons(turn, sameChoices(cases))
  const body = {
    kind: 'ask-same',
    known: offered.map((task) => knownOf(task, town, turn.speaker.userid)),
    ...(again ? { again } : {}),
    ask,
  } as const
  const text = allOf(told)
  const question = { asks: 'same', cases, text, media, town: town.code, place, ...(again ? { again } : {}) } as const
  return put('asked whether it is the same', question, body, ask)
}
