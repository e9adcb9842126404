import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { arm, atDesk, decided, put, remind, say, whileIn, type Desk } from '../book/desk.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { hasRole, stationOf } from '../feedback/parties.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { toPerson } from '../people/recipients.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import type { Assessment } from './assessment.ts'
import { ofDuty } from './indicator.ts'
import type { Indicator } from './measures.ts'
import { judgesOf } from './judges.ts'
import type { Appeal } from './kinds.ts'
import type { AppealSaid } from './said.ts'

export type AppealEntry = Entry<'appeal'>

/** The kind of the timer of an objection nobody has decided on. */
export const APPEAL = 'appeal'
/** A head may object once more, with a better reason. */
const MOST_ASKED = 2
/** Deciders are reminded when nothing new can come in any more. */
const MORNING = 9 * 60

/** May this person object to the figures of his unit now? Only while they are shown, so that nobody is surprised by what is frozen. */
export function mayAppeal(town: Town, userid: string, { days, state }: Assessment, now: Date): RefusalReason | null {
  if (!hasRole(town, userid, 'head') || stationOf(town, userid) === null) return 'appeal-who'
  if (state === 'frozen' || dayOf(now) > days.appealUntil) return 'appeal-over'
  return state === 'shown' ? null : 'appeal-early'
}

export type Objection = Readonly<{ indicator: Indicator; caseNo: string | null; reason: string }>

/** Is there anything to object to, and was it not objected to before? */
export function whyNoObjection(
  assessment: Assessment,
  unit: string,
  { indicator, caseNo }: Pick<Objection, 'indicator' | 'caseNo'>,
  before: readonly AppealEntry[],
): RefusalReason | null {
  const at = ofDuty(assessment.indicators, 'fix').indexOf(indicator)
  const cell = assessment.units.find(({ id }) => id === unit)?.cells[at]
  if (!cell || cell.of === 0) return 'appeal-nothing'
  if (caseNo !== null && !cell.against.includes(caseNo)) return 'appeal-case'
  const same = before.filter(
    ({ data }) => data.unit === unit && data.indicator === indicator.code && data.caseNo === caseNo,
  )
  if (same.some(({ state }) => state === 'asked')) return 'appeal-waits'
  if (same.some(({ state }) => state === 'agreed')) return 'appeal-already'
  return same.length < MOST_ASKED ? null : 'appeal-often'
}

/** 申诉考核 2026-11 指标 [工单] 理由 */
export function appeal(
  town: Town,
  userid: string,
  { month, days }: Pick<Assessment, 'month' | 'days'>,
  { indicator, caseNo, reason }: Objection,
  number: EntryNumber,
  world: World,
) {
  const desk = atDesk(world, town)
  const data: Appeal = {
    month,
    unit: stationOf(town, userid) ?? '',
    indicator: indicator.code,
    name: indicator.name,
    caseNo,
    by: userid,
    reason: maskBut(reason, listed(town)),
    frozen: days.frozen,
    decidedBy: null,
    why: null,
  }
  const dueAt = instant(addDays(days.appealUntil, 1), MORNING)
  const entry: AppealEntry = newEntry(desk, 'appeal', number, { state: 'asked', dueAt, data })
  put(desk, entry, 'appeal-asked', userid, loggedOf(entry))
  arm(desk, entry, APPEAL, dueAt)
  tellJudges(desk, entry, 'asked')
  return { decision: decided(desk), entry }
}

/** The log knows what was objected to and how it was decided, not why: the words stand in the entry. */
const loggedOf = ({ data: { month, unit, indicator, caseNo } }: AppealEntry) => ({
  month,
  unit,
  indicator,
  case: caseNo,
})

export function mayJudge(town: Town, userid: string, { state, data }: AppealEntry): RefusalReason | null {
  if (data.by === userid || stationOf(town, userid) === data.unit) return 'appeal-own'
  if (!judgesOf(town, data.unit, data.by).includes(userid)) return 'appeal-not-you'
  return state === 'asked' ? null : 'appeal-decided'
}

/** 同意申诉 / 不同意申诉: what is agreed to is left out of the figures of the month. */
export function judge(
  before: AppealEntry,
  userid: string,
  { agreed, why }: Readonly<{ agreed: boolean; why: string | null }>,
  town: Town,
  world: World,
) {
  const desk = atDesk(world, town)
  const data: Appeal = { ...before.data, decidedBy: userid, why: why && maskBut(why, listed(town)) }
  const entry: AppealEntry = { ...before, state: agreed ? 'agreed' : 'refused', dueAt: null, data }
  put(desk, entry, agreed ? 'appeal-agreed' : 'appeal-refused', userid, loggedOf(entry))
  arm(desk, entry, APPEAL, null)
  say(desk, 'dispatch', entry, toPerson(data.by), appealSaid(entry, town, newCard(desk, entry), DECIDED))
  return { decision: decided(desk), entry }
}

const DECIDED = { for: 'unit', news: 'decided' } as const

/** Time is over for new ones: who has to decide hears it again. */
export function appealDue(entry: AppealEntry, town: Town, world: World) {
  const desk = atDesk(world, town)
  arm(desk, entry, APPEAL, null)
  if (entry.state === 'asked') tellJudges(desk, entry, 'late')
  return decided(desk)
}

/** It is frozen and nobody decided: the figure stands, and whoever objected is told so. */
export function lapse(desk: Desk, before: AppealEntry): void {
  const { town } = desk
  const entry: AppealEntry = { ...before, state: 'lapsed', dueAt: null }
  put(desk, entry, 'appeal-lapsed', 'system', loggedOf(entry))
  arm(desk, entry, APPEAL, null)
  say(desk, 'dispatch', entry, toPerson(entry.data.by), appealSaid(entry, town, newCard(desk, entry), DECIDED))
}

function tellJudges(desk: Desk, entry: AppealEntry, news: 'asked' | 'late'): void {
  const { town } = desk
  for (const userid of judgesOf(town, entry.data.unit, entry.data.by)) {
    const body = appealSaid(entry, town, newCard(desk, entry), { for: 'decides', news })
    if (news === 'asked') say(desk, 'dispatch', entry, toPerson(userid), whileIn(entry, body))
    else remind(desk, entry, toPerson(userid), body)
  }
}

const newCard = ({ notices }: Desk, { no, version }: AppealEntry): string => `${no}_${version}${notices.length}`

export function appealSaid(
  { no, state, data }: AppealEntry,
  town: Town,
  cardId: string,
  way: Pick<AppealSaid, 'for' | 'news'>,
): AppealSaid {
  const { month, caseNo, reason, why, frozen } = data
  return {
    kind: 'appeal',
    ...{ no, cardId, month, caseNo, reason, state, why, frozen, ...way },
    unit: findStation(town, data.unit)?.name ?? data.unit,
    indicator: data.name,
    by: nameOf(town, data.by) ?? '',
    decidedBy: nameOf(town, data.decidedBy),
  }
}
