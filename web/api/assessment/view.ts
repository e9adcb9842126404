import type { Assessed } from '../../../domain/assess/assessed.ts'
import { mayAppeal, type AppealEntry } from '../../../domain/assess/appeal.ts'
import { dutyOf } from '../../../domain/assess/indicator.ts'
import { judgesOf } from '../../../domain/assess/judges.ts'
import { formulaOf, MEASURES } from '../../../domain/assess/measures.ts'
import type { Scored } from '../../../domain/assess/score.ts'
import { findStation } from '../../../domain/people/directory.ts'
import { UNIT_KINDS } from '../../wording/units.ts'
import type { Place, Viewer } from '../../viewer.ts'
import type { Figures } from './shape.ts'

/** What this person may see: all, or the figures of his unit and the places of the others. */
export function viewOf(
  { assessment, sealed, appeals }: Assessed,
  { town, all, station }: Place,
  { userid }: Viewer,
  now: Date,
): Figures {
  const { indicators, units, villages, total, leftOut: _, ...rest } = assessment
  const seen = (scored: Scored): Scored => (all || scored.id === station ? scored : { ...scored, cells: [] })
  const own = appeals.filter(({ data }) => all || data.unit === station)
  return {
    ...rest,
    indicators: indicators.map(({ validFrom: _from, validUntil: _until, ...indicator }) => ({
      ...indicator,
      duty: dutyOf(indicator),
      better: MEASURES[indicator.measure].better,
      formula: formulaOf(indicator.measure),
    })),
    units: copied(units.filter(isCounted).map(seen), (unit) => kindOf(town, unit)),
    villages: copied(all ? villages.filter(isCounted) : []),
    total: { fix: copied([total.fix])[0] ?? NOBODY, find: copied([total.find])[0] ?? NOBODY },
    appeals: own.map((entry) => appealOf(entry, town, userid)),
    sha256: sealed?.sha256 ?? null,
    may: { appeal: mayAppeal(town, userid, assessment, now) === null, files: all },
  }
}

const NOBODY = { id: '', name: '', kind: '', cells: [], score: null, rank: null, among: 0 }
const isCounted = ({ cells }: Scored): boolean => cells.some(({ of }) => of > 0)

const kindOf = (town: Place['town'], unit: string): string => {
  const station = findStation(town, unit)
  return station ? UNIT_KINDS[station.kind] : ''
}

/** What leaves the house is written anew: the schema of the answer takes no readonly lists. */
const copied = (all: readonly Scored[], kind: (id: string) => string = () => '') =>
  all.map((each) => ({
    ...each,
    kind: kind(each.id),
    cells: each.cells.map((cell) => ({ ...cell, against: [...cell.against] })),
  }))

function appealOf({ no, state, data }: AppealEntry, town: Place['town'], userid: string): Figures['appeals'][number] {
  const { unit, name, caseNo, reason, why, by } = data
  return {
    ...{ no, state, caseNo, reason, why },
    unit: findStation(town, unit)?.name ?? unit,
    indicator: name,
    mine: state === 'asked' && judgesOf(town, unit, by).includes(userid),
  }
}
