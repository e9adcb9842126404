import type { Context, TimerRow } from '../../context.ts'
import type { Decision, TimerChange } from '../../domain/decision.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { noOf, type EntryNumber } from '../../domain/book/entry.ts'
import { atDesk, decided } from '../../domain/book/desk.ts'
import { isWorkday } from '../../domain/calendar/workday.ts'
import { addDays, dayOf, instant } from '../../domain/calendar/zone.ts'
import { quietEnd } from '../../domain/clock/quiet.ts'
import { ruleOf } from '../../domain/rules/ruleOf.ts'
import { PEOPLE_AT_ONCE } from '../../domain/training/limits.ts'
import { chosenFor } from '../../domain/training/question.ts'
import { askQuiz, isLearner, sendQuiz } from '../../domain/training/quiz.ts'
import type { Daily } from '../slice.ts'
import { quizzesOf, syllabusFor } from './book.ts'

/** The kind of the timer of a township's morning question; its step says how many people were seen to already. */
export const QUIZ = 'quiz-morning'
const MOST_PEOPLE = 5000

const subjectOf = ({ code }: Town): string => `training-${code}`

/** Each night the morning of every township that wants it is set, at its own time. */
export const mornings: Daily = {
  kind: 'training',
  arms: true,
  at: 5,
  work: async (_ctx, world) => ({
    timers: world.towns.filter(({ training }) => training).map((town) => nextMorning(town, world)),
  }),
}

/** The next time it is the minute of the rule. */
function nextMorning(town: Town, { now }: Pick<World, 'now'>): TimerChange {
  const at = (day: string) => instant(day, ruleOf(town.policy, 'training.daily', day))
  const today = dayOf(now)
  const dueAt = at(today) > now ? at(today) : at(addDays(today, 1))
  return { subject: subjectOf(town), kind: QUIZ, dueAt, step: 0 }
}

/** 每日一题: some people at a time, so that a large township is no single huge transaction. */
export async function onMorning(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const town = world.towns.find((each) => each.training === true && subjectOf(each) === row.subject)
  if (!town) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  if (!isAsking(row, town, world)) return { timers: [nextMorning(town, world)] }
  const learners = town.people.filter(isLearner).toSorted((a, b) => (a.userid < b.userid ? -1 : 1))
  const next = row.step + PEOPLE_AT_ONCE
  const asked = await askSome(ctx, town, learners.slice(row.step, next), world)
  const more = next < learners.length
  const timer = more ? { subject: row.subject, kind: QUIZ, dueAt: world.now, step: next } : nextMorning(town, world)
  return { ...asked, timers: [...(asked.timers ?? []), timer] }
}

/** A morning the program slept through until the evening, or the next day, is not made up for. */
const isAsking = ({ dueAt }: TimerRow, { policy }: Town, { now, calendar }: World): boolean =>
  dayOf(dueAt) === dayOf(now) && isWorkday(calendar, dayOf(now)) && quietEnd(policy.quietHours, now) <= now

async function askSome(ctx: Context, town: Town, people: Town['people'], world: World): Promise<Decision> {
  const off = await ctx.store.entries({ town: town.code, kinds: ['learner'], states: ['off'], limit: MOST_PEOPLE })
  const wanting = people.filter(({ userid }) => !off.some(({ owner }) => owner === userid))
  const day = dayOf(world.now)
  const [syllabus, pasts, first] = await Promise.all([
    syllabusFor(ctx, town, day),
    Promise.all(wanting.map(({ userid }) => quizzesOf(ctx, town, userid))),
    ctx.store.nextEntry(town.code, 'quiz', Number(day.slice(0, 4))),
  ])
  const desk = atDesk(world, town)
  for (const [n, person] of wanting.entries()) {
    const past = pasts[n] ?? []
    // whoever asked for it himself has it already
    const chosen = past.some(({ at }) => dayOf(at) === day) ? null : chosenFor(syllabus, person.userid, past)
    if (chosen) sendQuiz(desk, askQuiz(desk, person, chosen, numberAt(town, first, desk.entries.size)))
  }
  return decided(desk)
}

const numberAt = ({ code }: Town, { year, seq }: EntryNumber, n: number): EntryNumber => ({
  year,
  seq: seq + n,
  no: noOf(code, 'quiz', year, seq + n),
})
