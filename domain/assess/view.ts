import type { Assessment } from './assessment.ts'
import { ofDuty } from './indicator.ts'
import type { Indicator } from './measures.ts'
import { MEASURES, type DutyKind } from './measures.ts'
import type { AssessSaid, Figure, Place } from './said.ts'
import type { Cell, Scored } from './score.ts'

type News = 'asked' | 'shown' | 'frozen'
export type UnitSaid = Extract<AssessSaid, { kind: 'assess-unit' }>
export type TownSaid = Extract<AssessSaid, { kind: 'assess-town' }>

/** Did anything happen that counts? A township that has just begun is not bothered with empty figures. */
export const isEmpty = ({ total }: Assessment): boolean =>
  [...total.fix.cells, ...total.find.cells].every(({ of }) => of === 0)

const counted = ({ cells }: Scored): boolean => cells.some(({ of }) => of > 0)

/** Units for which something was counted, in the order of the township's list: nobody is ranked who did nothing. */
export const unitsOf = ({ units }: Assessment): readonly Scored[] => units.filter(counted)

/** What a unit reads of itself: its figures with the cases that count against it, and its place; null where nothing was counted. */
export function unitSaid(assessment: Assessment, unit: string, news: News, seal: string | null): UnitSaid | null {
  const found = unitsOf(assessment).find(({ id }) => id === unit)
  if (!found) return null
  const { month, state, days } = assessment
  const figures = figuresOf(ofDuty(assessment.indicators, 'fix'), found.cells)
  return { kind: 'assess-unit', month, state, days, news, seal, place: placeOf(found), figures }
}

type More = Readonly<{ open: number; lapsed: number; seal: string | null }>

/** What the command room and the leaders read: the township, and every unit with its score and its place. */
export function townSaid(assessment: Assessment, news: News, { open, lapsed, seal }: More): TownSaid {
  const { month, state, days, name, total, indicators, class: sort } = assessment
  const of = (duty: DutyKind) => ({
    place: placeOf(total[duty]),
    figures: figuresOf(ofDuty(indicators, duty), total[duty].cells),
  })
  return {
    kind: 'assess-town',
    ...{ month, state, days, news, name, class: sort, open, lapsed, seal },
    total: { fix: of('fix'), find: of('find') },
    units: unitsOf(assessment).map(placeOf),
  }
}

const placeOf = ({ name, score, rank, among }: Scored): Place => ({ name, score, rank, among })

const figuresOf = (indicators: readonly Indicator[], cells: readonly Cell[]): Figure[] =>
  indicators.flatMap(({ name, weight, measure }, n) => {
    const cell = cells[n]
    return cell && cell.of > 0 ? [{ name, weight, better: MEASURES[measure].better, ...cell }] : []
  })
