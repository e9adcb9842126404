import { newEntry, type Entry } from '../../domain/book/entry.ts'
import type { World } from '../../domain/world.ts'
import { atDesk, decided, put } from '../../domain/book/desk.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { dayOf, instant } from '../../domain/calendar/zone.ts'
import { byPerson, byUnit, ofPerson, type Month } from '../../domain/training/figures.ts'
import { mistakesOf } from '../../domain/training/mistakes.ts'
import { isCommand } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf, isGroup, quizzesOf, type Clerk } from './book.ts'

const MOST_SHOWN = 10
const MOST_QUIZZES = 20_000
const MOST_CLASSES = 500

/** 错题: what he still gets wrong, with the right answer. */
export async function onMistakes(turn: Turn): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  const mistakes = mistakesOf(await quizzesOf(turn.ctx, clerk.town, clerk.person.userid)).toReversed()
  const items = mistakes.slice(0, MOST_SHOWN).map(({ last, due }) => ({
    question: last.data.question,
    chosen: last.data.chosen ?? 0,
    due,
  }))
  return answer('mistakes', { kind: 'mistakes', items, more: mistakes.length - items.length })
}

/** 我的学习: his own figures of this month. */
export async function onMyStudy(turn: Turn): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (isGroup(turn)) return refusal('study-alone', null)
  const { userid } = clerk.person
  const [month, past, off] = await Promise.all([
    monthOf(turn, clerk, userid),
    quizzesOf(turn.ctx, clerk.town, userid),
    stateOf(turn, clerk),
  ])
  return answer('my study', {
    kind: 'my-study',
    month: monthText(turn.world),
    share: ofPerson(userid, month),
    mistakes: mistakesOf(past).length,
    off: off?.state === 'off',
  })
}

/** 学习情况: unit by unit, for the command room, leaders and supervisors; a head reads of his own people, alone. */
export async function onStudyState(turn: Turn): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const { person, town } = clerk
  const all = isCommand(person) || person.roles.some((role) => role === 'supervisor' || role === 'admin')
  const heads = person.roles.includes('head') ? person.station : null
  if (!all && heads === null) return refusal('study-who', null)
  const month = await monthOf(turn, clerk)
  const units = byUnit(month, town).filter((_, n) => all || town.stations[n]?.id === heads)
  const people = heads === null || isGroup(turn) ? [] : byPerson(heads, month, town)
  const alone = heads !== null && isGroup(turn)
  const off = town.training === true ? {} : ({ off: true } as const)
  return answer('study state', { kind: 'study-state', month: monthText(turn.world), units, people, alone, ...off })
}

/** 停学习 / 开学习 */
export const setting =
  (state: 'on' | 'off') =>
  async (turn: Turn): Promise<Result> => {
    const clerk = clerkOf(turn)
    if (!clerk) return refusal('not-staff', null)
    const { town, person } = clerk
    const said = { kind: 'study-set', off: state === 'off', running: town.training === true } as const
    const before = await stateOf(turn, clerk)
    if ((before?.state ?? 'on') === state) return answer(`study is ${state} already`, said)
    const number = before ?? (await newNumber(turn, town.code, 'learner'))
    const desk = atDesk(turn.world, town)
    const entry = before ?? newEntry(desk, 'learner', number, { state, owner: person.userid, data: {} })
    put(desk, { ...entry, state }, `study-${state}`, person.userid)
    return { ...answer(`study ${state}`, said), decision: decided(desk) }
  }

async function stateOf(turn: Turn, { town, person }: Clerk): Promise<Entry<'learner'> | null> {
  const query = { town: town.code, kinds: ['learner'], owner: person.userid, limit: 1 } as const
  return ofKind(await turn.ctx.store.entries(query), 'learner')[0] ?? null
}

const monthText = ({ now }: World): string => dayOf(now).slice(0, 7)

async function monthOf(turn: Turn, { town }: Clerk, owner?: string): Promise<Month> {
  const since = instant(`${monthText(turn.world)}-01`, 0)
  const of = { town: town.code, since }
  const [quizzes, classes] = await Promise.all([
    turn.ctx.store.entries({ ...of, kinds: ['quiz'], ...(owner ? { owner } : {}), limit: MOST_QUIZZES }),
    turn.ctx.store.entries({ ...of, kinds: ['class'], limit: MOST_CLASSES }),
  ])
  return { quizzes: ofKind(quizzes, 'quiz'), classes: ofKind(classes, 'class') }
}
