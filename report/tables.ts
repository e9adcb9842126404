import type { Assessed } from '../domain/assess/assessed.ts'
import type { Assessment } from '../domain/assess/assessment.ts'
import { dutyOf, ofDuty } from '../domain/assess/indicator.ts'
import type { Indicator } from '../domain/assess/measures.ts'
import { formulaOf, MEASURES, type DutyKind } from '../domain/assess/measures.ts'
import type { Cell, Scored } from '../domain/assess/score.ts'
import { wallClock } from '../domain/calendar/zone.ts'
import { printable } from '../domain/text/printable.ts'
import { WORDS } from './wording.ts'

/** A share is a number from 0 to 1, shown as a percentage. */
export type Value = string | number | null | Readonly<{ share: number }>
export type Table = Readonly<{ name: string; head: readonly string[]; rows: readonly (readonly Value[])[] }>
/** All that is in a report, whatever it is written as. */
export type Report = Readonly<{ title: string; notes: readonly string[]; tables: readonly Table[] }>

export function reportOf({ assessment, sealed }: Pick<Assessed, 'assessment' | 'sealed'>): Report {
  const { name, month, state, asOf, units, villages, total } = assessment
  return {
    title: printable(WORDS.title(name, month)),
    notes: [
      WORDS.states[state],
      WORDS.asOf(wallClock(new Date(Date.parse(asOf) || 0))),
      ...(sealed ? [WORDS.sealed(sealed.sha256)] : []),
      WORDS.alike,
      WORDS.noFines,
    ],
    tables: [
      townTable(assessment),
      scoredTable(WORDS.units, assessment, 'fix', [...units, total.fix]),
      scoredTable(WORDS.villages, assessment, 'find', [...villages.filter(isCounted), total.find]),
      indicatorTable(assessment),
      againstTable(assessment),
      leftOutTable(assessment),
    ].map(asPrinted),
  }
}

const asPrinted = ({ rows, ...table }: Table): Table => ({
  ...table,
  head: table.head.map(printable),
  rows: rows.map((row) => row.map((value) => (typeof value === 'string' ? printable(value) : value))),
})

const isCounted = ({ cells }: Scored): boolean => cells.some(({ of }) => of > 0)
const shareOf = (cell: Cell | undefined): Value => (cell && cell.of > 0 ? { share: cell.top / cell.of } : null)
const rankOf = ({ rank, among }: Scored): Value => (rank === null ? null : WORDS.of(rank, among))

function townTable({ indicators, total }: Assessment): Table {
  const rows = (duty: DutyKind): Value[][] => [
    [WORDS.duty[duty], WORDS.score, total[duty].score, null, null, rankOf(total[duty])],
    ...ofDuty(indicators, duty).map(({ name, weight }, n): Value[] => {
      const cell = total[duty].cells[n]
      return [WORDS.duty[duty], name, shareOf(cell), cell?.top ?? 0, cell?.of ?? 0, weight]
    }),
  ]
  const head = [WORDS.kind, WORDS.indicator, WORDS.share, WORDS.top, WORDS.below, `${WORDS.weight} / ${WORDS.rank}`]
  return { name: WORDS.town, head, rows: [...rows('fix'), ...rows('find')] }
}

/** A row for each, with share, numerator and denominator of every indicator. */
function scoredTable(name: string, { indicators }: Assessment, duty: DutyKind, all: readonly Scored[]): Table {
  const own = ofDuty(indicators, duty)
  const columns = own.flatMap((each) => [
    each.name,
    WORDS.part(each.name, WORDS.top),
    WORDS.part(each.name, WORDS.below),
  ])
  const rows = all.map((scored): Value[] => [
    scored.name,
    scored.score,
    rankOf(scored),
    ...own.flatMap((_, n): Value[] => {
      const cell = scored.cells[n]
      return [shareOf(cell), cell?.top ?? 0, cell?.of ?? 0]
    }),
  ])
  return { name, head: [WORDS.name, WORDS.score, WORDS.rank, ...columns], rows }
}

const indicatorTable = ({ indicators }: Assessment): Table => ({
  name: WORDS.indicators,
  head: [WORDS.code, WORDS.name, WORDS.kind, WORDS.formula, WORDS.direction, WORDS.weight, WORDS.source, WORDS.legal],
  rows: indicators.map((each) => [
    each.code,
    each.name,
    WORDS.duty[dutyOf(each)],
    formulaOf(each.measure),
    WORDS.better[MEASURES[each.measure].better],
    each.weight,
    each.source,
    each.legal,
  ]),
})

/** Numbers of cases and nothing else of them: a report goes to people who may not read the cases. */
function againstTable({ indicators, units }: Assessment): Table {
  const own = ofDuty(indicators, 'fix')
  const rows = units.flatMap(({ name, cells }) =>
    cells.flatMap(({ against }, n): Value[][] =>
      inLines(against).map((numbers) => [name, own[n]?.name ?? '', numbers.join(WORDS.listed)]),
    ),
  )
  return { name: WORDS.against, head: [WORDS.name, WORDS.indicator, WORDS.cases], rows }
}

/** A cell takes 32 767 characters, and nobody reads one of a hundred numbers. */
const IN_A_CELL = 50

const inLines = (numbers: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(numbers.length / IN_A_CELL) }, (_, n) =>
    numbers.slice(n * IN_A_CELL, (n + 1) * IN_A_CELL),
  )

function leftOutTable({ indicators, units, leftOut }: Assessment): Table {
  const named = (list: readonly (Indicator | Scored)[], id: string): string =>
    list.find((each) => ('code' in each ? each.code : each.id) === id)?.name ?? id
  const rows = leftOut.map(({ who, indicator, caseNo }) => [
    named(units, who),
    named(indicators, indicator),
    caseNo ?? WORDS.whole,
  ])
  return { name: WORDS.leftOut, head: [WORDS.name, WORDS.indicator, WORDS.cases], rows }
}
