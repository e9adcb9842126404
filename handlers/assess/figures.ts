import type { Role, Person, Town } from '../../domain/town.ts'
import { sealOf, type Assessed } from '../../domain/assess/assessed.ts'
import { monthIn } from '../../domain/assess/wording-appeal.ts'
import { lastDayOf } from '../../domain/assess/days.ts'
import { dutyOf, indicatorsOn } from '../../domain/assess/indicator.ts'
import { townSaid, unitSaid } from '../../domain/assess/view.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { refusal } from '../acts.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import { answer, type Result, type Turn } from '../turn.ts'

const WATCH: readonly Role[] = ['dispatcher', 'leader', 'supervisor']

/** May he read the figures of every unit? Who only keeps the program may not. */
export const watches = ({ roles }: Person): boolean => roles.some((role) => WATCH.includes(role))

/** 考核 [2026-11]: the command room, leaders and supervisors read all, everybody else his own unit and its place. */
export async function onAssess(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const month = monthFrom(turn, rest)
  if (month === null) return refusal('assess-month', null)
  if (!watches(person) && person.station === null) return refusal('assess-who', null)
  const assessed = await turn.ctx.assess({ town: town.code, month })
  const said = assessed && (watches(person) ? all(assessed) : own(assessed, town, person))
  return said ? answer(`assessment ${month}`, said) : refusal('assess-month', null)
}

function all({ assessment, sealed, appeals }: Assessed) {
  const of = (state: string) => appeals.filter((appeal) => appeal.state === state).length
  return townSaid(assessment, 'asked', { open: of('asked'), lapsed: of('lapsed'), seal: sealOf(sealed) })
}

/** Nothing happened there that counts: that is said, too. */
function own({ assessment, sealed }: Assessed, { stations }: Town, { station }: Person) {
  const { month, state, days } = assessment
  const name = stations.find(({ id }) => id === station)?.name ?? ''
  const nothing = { place: { name, score: null, rank: null, among: 0 }, figures: [] } as const
  return (
    unitSaid(assessment, station ?? '', 'asked', sealOf(sealed)) ??
    ({ kind: 'assess-unit', month, state, days, news: 'asked', seal: sealOf(sealed), ...nothing } as const)
  )
}

/** The month somebody names, else this one; null where it is none, or has not begun. */
function monthFrom({ world }: Turn, text: string): string | null {
  const today = dayOf(world.now)
  const month = text === '' ? today.slice(0, 7) : (monthIn(text, today)?.month ?? null)
  return month !== null && month <= today.slice(0, 7) ? month : null
}

/** 考核指标: what is counted this month, and what says so. */
export async function onIndicators(turn: Turn): Promise<Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const month = dayOf(turn.world.now).slice(0, 7)
  const items = indicatorsOn(town, lastDayOf(month)).map((indicator) => {
    const { code, name, weight, source, legal } = indicator
    return { code, name, weight, source, legal, duty: dutyOf(indicator) }
  })
  return answer('indicators', { kind: 'assess-indicators', month, items })
}
