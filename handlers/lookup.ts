import type { CaseRef } from '../domain/command/parse.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { Duty, Role } from '../domain/town.ts'
import { OPEN_STAGES, type Task } from '../domain/task.ts'
import { EVIDENCE } from '../domain/case/evidence.ts'
import { ofKind } from '../domain/book/entry.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { elsewhereOf } from '../domain/understand/elsewhere.ts'
import { stepsOf } from '../domain/duty/steps.ts'
import { handled, itemsFor, lapsedItems, likeItems } from '../domain/duty/find.ts'
import { matterOf } from '../domain/duty/wording-asked.ts'
import { maskFor } from '../domain/privacy/mask.ts'
import { factsTo, isOneOfSeveral } from '../domain/case/facts.ts'
import { isInternal } from '../domain/feedback/internal.ts'
import { isReporter } from '../domain/people/audience.ts'
import { nameOf } from '../domain/people/directory.ts'
import { onDutyOn } from '../domain/people/shift.ts'
import { dayAt } from '../domain/crew/read.ts'
import { fold } from '../domain/text/fold.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import { refusal } from './acts.ts'
import { stillOpen } from './feedback/shown.ts'
import { ofMyUnit } from './cases.ts'
import { readHere } from './here.ts'
import { homeTown } from './open.ts'
import { knownBelow } from './training/knowledge.ts'
import { answer, type Result, type Turn } from './turn.ts'
import { workDetail } from './work/detail.ts'

/** 详情: the facts and what happened so far. The reporter sees his case, staff the cases of their unit, the command room all. */
export async function onDetail(turn: Turn, ref: CaseRef | null): Promise<Result> {
  const none = turn.speaker.person ? 'nothing-to-do' : 'nothing-open'
  const found = await readHere(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), none)
  if ('note' in found) return found
  const { hand } = found
  const forStaff = isReporter(hand.task, turn.speaker.userid) ? [] : stillOpen(hand)
  return answer('detail', await detailOf(turn, hand), ...forStaff)
}

/** So many steps are read on a phone. */
const MOST_STEPS = 12

async function detailOf(turn: Turn, hand: CaseInHand): Promise<NoticeBody> {
  const { store } = turn.ctx
  const [events, files] = await Promise.all([store.timeline(hand.task.id), store.attachments(hand.task.id)])
  const { task, town } = hand
  const { userid } = turn.speaker
  const timeline = events
    .filter(({ type }) => type !== EVIDENCE && (type !== 'shielded' || !isOneOfSeveral(task, userid)))
    .filter(({ type }) => !isInternal(type) || !isReporter(task, userid))
  const earlier = Math.max(0, timeline.length - MOST_STEPS)
  const steps = timeline
    .slice(-MOST_STEPS)
    .map((e) => ({ at: e.at.toISOString(), type: e.type, by: who(hand, e.by), note: noteOf(e.data, task) }))
  const shown = files.filter((f) => f.sha256).length
  const facts = factsTo(task, town, userid)
  return { kind: 'detail', facts, timeline: steps, earlier, files: shown, ...filingOf(hand), ...workDetail(turn, hand) }
}

function filingOf({ entries = [] }: CaseInHand): Readonly<{ filing?: string }> {
  const no = ofKind(entries, 'file').at(-1)?.data.filingNo
  return no ? { filing: no } : {}
}

const who = ({ town }: CaseInHand, by: string): string => nameOf(town, by) ?? by

function noteOf(data: Readonly<Record<string, unknown>>, { shield }: Task): string | null {
  const note = data['text'] ?? data['reason'] ?? data['result'] ?? data['note']
  return typeof note === 'string' && note ? [...maskFor(shield)(note)].slice(0, 120).join('') : null
}

/** 值班 [日期]: who is on duty on that day, unit by unit. */
export async function onOnDuty(turn: Turn, _ref: CaseRef | null = null, rest = ''): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const town = homeTown(turn.world, turn.speaker.town)
  const today = dayOf(turn.world.now)
  const day = dayAt(fold(rest.trim()), today)?.day || today
  const rows = town.stations.map((s) => ({
    station: s.name,
    people: onDutyOn(town, s, day).map((id) => nameOf(town, id) ?? id),
  }))
  return answer('on duty', { kind: 'on-duty', day, rows })
}

/** Nothing on the list, and nobody else is known. */
export const NOT_LISTED = 'who handles nothing'

/** 谁管 关键词: who leads and helps, who approves, supervises and punishes, and by which article. */
export async function onWhoHandles(
  turn: Turn,
  _ref: CaseRef | null,
  rest: string,
  { offers = false }: Readonly<{ offers?: boolean }> = {},
): Promise<Result> {
  const result = whoHandles(turn, rest, offers)
  const below = await knownBelow(turn, matterOf(rest))
  return below.length === 0 ? result : { ...result, answers: [...(result.answers ?? []), ...below] }
}

function whoHandles(turn: Turn, rest: string, offers: boolean): Result {
  const town = homeTown(turn.world, turn.speaker.town)
  const day = dayOf(turn.world.now)
  const asked = matterOf(rest)
  const found = itemsFor(asked, town, day)
  const lapsed = lapsedItems(asked, town, day)
  const about = { kind: 'who-handles', asked: asked.slice(0, 40), lapsed } as const
  const named = (duties: readonly Duty[]) => duties.map((duty) => handled(duty, town, day))
  if (found.length + lapsed.length > 0) return answer('who handles', { ...about, rows: named(found), guessed: false })
  const other = elsewhereOf(rest, town)
  if (other)
    return answer('who handles elsewhere', { kind: 'elsewhere', name: other.name, phone: other.phone, ask: null })
  return answer(NOT_LISTED, { ...about, rows: named(likeItems(asked, town, day)), guessed: true, offers })
}

/** 导图 事项: the item, its steps, units and people, as a picture; what else the words may mean is named. */
export async function onMindmap(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  // who deals with it is for everybody; names of officers are for those they work with
  if (!turn.speaker.person) return onWhoHandles(turn, null, rest)
  const town = homeTown(turn.world, turn.speaker.town)
  if (rest.trim() === '') return refusal('mindmap-how', null)
  const [duty, ...more] = itemsFor(matterOf(rest), town, dayOf(turn.world.now))
  if (!duty) return onWhoHandles(turn, null, rest)
  const others = more.map(({ name }) => name)
  return answer('mind map', { kind: 'mindmap', item: duty.name, steps: stepsOf(duty, town), others })
}

/** 帮助, and 帮助 吹哨 for the orders of one part of the house. */
export async function onHelp(turn: Turn, _ref: CaseRef | null = null, rest = ''): Promise<Result> {
  const roles: readonly Role[] = turn.speaker.person?.roles ?? []
  const order: readonly Role[] = ['dispatcher', 'leader', 'head', 'officer', 'supervisor', 'reviewer', 'admin']
  return answer('help', {
    kind: 'help',
    audience: turn.speaker.person ? (order.find((r) => roles.includes(r)) ?? 'officer') : 'villager',
    ...(rest === '' ? {} : { topic: rest }),
  })
}
