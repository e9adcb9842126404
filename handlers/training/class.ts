import type { Context, TimerRow } from '../../context.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Decision } from '../../domain/decision.ts'
import type { World } from '../../domain/world.ts'
import { isKind } from '../../domain/book/entry.ts'
import { findTown } from '../../domain/people/directory.ts'
import {
  classDue,
  classList,
  classSaid,
  isCalled,
  join,
  mayHold,
  openClass,
  type ClassEntry,
} from '../../domain/training/class.ts'
import { refusal } from '../acts.ts'
import { findEntry, newNumber } from '../entries.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf, isGroup, newCardId, withCard, type Clerk } from './book.ts'

const LONGEST_TOPIC = 40

/** 培训签到 主题: the card goes to the groups of the units. */
export async function onClassOpen(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  if (!mayHold(clerk.person)) return refusal('class-who', null)
  const topic = [...rest.trim()].slice(0, LONGEST_TOPIC).join('')
  if (topic === '')
    return { ...refusal('class-how', null), ask: { asks: 'words', verb: 'class-open', no: null, lead: '' } }
  const number = await newNumber(turn, clerk.town.code, 'class')
  const { decision, entry, units, nobody } = openClass(topic, clerk.person, number, clerk.town, turn.world)
  return { ...answer(`class ${entry.no}`, { kind: 'class-sent', no: entry.no, topic, units, nobody }), decision }
}

/** 参加培训 n, mostly by the button of the card. */
export async function onClassJoin(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const entry = await classMeant(turn, clerk, ref, rest)
  if ('note' in entry) return entry
  const shown = (now: ClassEntry) => classSaid(now, newCardId(turn, now), clerk.town)
  if (entry.state !== 'open') return withOld(turn, refusal('class-over', null, [entry.no]), shown(entry))
  if (!isCalled(entry, clerk.person)) return refusal('class-not-asked', null, [entry.no])
  if (clerk.person.userid in entry.data.present) return withCard(turn, { note: 'is there already' }, shown(entry))
  const done = join(entry, clerk.person, clerk.town, turn.world)
  return withCard(turn, { note: `joined ${entry.no}`, decision: done.decision }, shown(done.entry))
}

const withOld = (turn: Turn, result: Result, card: ReturnType<typeof classSaid>): Result =>
  turn.row.content.kind === 'click' ? { ...result, card } : result

/** 培训名单 n: names for who held it and for the command room, alone; for anybody else how many there were. */
export async function onClassList(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const entry = await classMeant(turn, clerk, ref, rest)
  if ('note' in entry) return entry
  const { person, town } = clerk
  const holds =
    entry.data.by === person.userid || person.roles.some((role) => role === 'dispatcher' || role === 'admin')
  return answer('class list', classList(entry, town, holds && !isGroup(turn)))
}

async function classMeant(
  turn: Turn,
  { town }: Clerk,
  ref: CaseRef | null,
  rest: string,
): Promise<ClassEntry | Result> {
  const may = (each: ClassEntry) => each.town === town.code
  const found = await findEntry(turn, { kinds: ['class'], states: ['open'], may }, ref, rest)
  if (found.ok) return found.entry
  if (found.choices.length > 0) return refusal('class-none', null, found.choices)
  const [last] = ref === null ? await turn.ctx.store.entries({ town: town.code, kinds: ['class'], limit: 1 }) : []
  return last && isKind(last, 'class') ? last : refusal('class-none', null)
}

export async function onClassTimer(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(row.subject)
  if (!entry || !isKind(entry, 'class'))
    return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  return classDue(entry, row.step, findTown(world, entry.town), world)
}
