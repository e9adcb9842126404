import type { Question } from '../domain/decision.ts'
import type { Task } from '../domain/task.ts'
import { OPEN_STAGES, type Stage } from '../domain/task.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findTown } from '../domain/people/directory.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { chosenCase, numberedCase, saysMore, whichChoices } from '../domain/understand/choice.ts'
import { intentOf } from '../domain/understand/intent.ts'
import { answers } from '../domain/understand/relays.ts'
import { notFound, withFiles } from './acts.ts'
import { askProblem, buttons, put } from './ask.ts'
import { findCase } from './cases.ts'
import { homeTown } from './open.ts'
import { answerProblem } from './report.ts'
import { stored } from './stored.ts'
import { onTalk } from './talk.ts'
import { mayAsk, relaysOf, type Result, type Turn } from './turn.ts'
import { tellUnit } from './villager.ts'

const HEARS: readonly Stage[] = [...OPEN_STAGES, 'finished']
/** So many cases are offered at once. */
const OFFERED = 4

type Asking = Readonly<{ task: Task; fits: ReturnType<typeof answers> }>

/** Units asked him: what he says goes to the case whose question it answers, and a new report is a report. */
export async function onRelay(turn: Turn, said: string): Promise<Result> {
  const media = stored(turn.files)
  const asking = await askingHim(turn, said)
  if (asking.length === 0) return { ...(await onTalk({ ...turn, pending: null }, said)), relays: [] }
  const named = numberedCase(
    said,
    asking.map(({ task }) => task.caseNo),
  )
  if (named) return passOn(turn, named, said, [])
  if (said !== '' && isNoAnswer(said, asking)) return onTalk({ ...turn, pending: null }, said)
  const [only, ...others] = asking.filter(({ fits }) => fits === 'answer')
  if (only && others.length === 0) return passOn(turn, only.task.caseNo, said, [])
  return askWhich(turn, only ? [only, ...others] : asking, said, media)
}

/** The cases that wait for his answer and can still hear it. */
async function askingHim(turn: Turn, said: string): Promise<Asking[]> {
  const { ctx, world } = turn
  const found = await Promise.all(
    relaysOf(turn).map(async (relay) => {
      const task = await ctx.store.taskByCaseNo(relay.caseNo)
      if (!task || !HEARS.includes(task.stage)) return []
      return { task, fits: answers(said, task, relay, findTown(world, task.town), world.now) }
    }),
  )
  return found.flat()
}

/** He asks something himself, complains, or speaks of another place. */
function isNoAnswer(said: string, asking: readonly Asking[]): boolean {
  const intent = intentOf(said, { item: false, danger: false, files: false })
  return intent === 'progress' || intent === 'complain-unit' || asking.every(({ fits }) => fits === 'report')
}

function askWhich(turn: Turn, asking: readonly Asking[], text: string, media: readonly string[]): Result {
  const tasks = asking.slice(0, OFFERED).map(({ task }) => task)
  const cases = tasks.map(({ caseNo }) => caseNo)
  const ask = buttons(turn, whichChoices(cases))
  const items = tasks.map((task) => factsOf(task, findTown(turn.world, task.town)))
  return put(
    'asked which it is for',
    { asks: 'which', cases, text, media },
    { kind: 'ask-which', items, said: text, ask },
    ask,
  )
}

/** The answer to 「这是回答哪一件的」. */
export async function answerWhich(
  turn: Turn,
  question: Extract<Question, { asks: 'which' }>,
  said: string,
): Promise<Result> {
  const { cases, media } = question
  const chosen = numberedCase(said, cases) ?? chosenCase(said, cases)
  const text =
    chosen === 'unclear' || saysMore(said) ? [question.text, said].filter(Boolean).join(SAID_JOIN) : question.text
  if (chosen === 'none') return another(turn, text, media)
  if (chosen !== 'unclear') return passOn(turn, chosen, text, media)
  const asking = (await askingHim(turn, text)).filter(({ task }) => cases.includes(task.caseNo))
  if (asking.length > 0 && mayAsk(turn)) return askWhich(turn, asking, text, [...media, ...stored(turn.files)])
  return passOn(turn, cases[0] ?? '', text, media)
}

/** It was no answer: a report of its own. */
async function another(turn: Turn, text: string, media: readonly string[]): Promise<Result> {
  if (text === '') return askProblem(turn, homeTown(turn.world, turn.speaker.town), { text, media })
  return answerProblem(turn, { asks: 'problem', text: '', media }, text)
}

/** `media` = files of earlier messages that belong to the answer. */
async function passOn(turn: Turn, caseNo: string, words: string, media: readonly string[]): Promise<Result> {
  const found = await findCase(turn, { caseNo }, async () => [])
  if (!found.ok) return { ...notFound(found), ask: null }
  const { hand } = found
  const result = withFiles(turn, hand, tellUnit(turn, hand, words, media.length + stored(turn.files).length))
  const attach = { taskId: hand.task.id, ids: media }
  return { ...result, ...(media.length > 0 ? { decision: { ...result.decision, attach } } : {}), ask: null }
}
