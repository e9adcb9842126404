import type { RungTarget } from '../domain/policy.ts'
import type { Station, Town } from '../domain/town.ts'
import { type Fault, faultAt, type Where } from './fault.ts'
import { wording } from './wording.ts'

/** Stations that lead some duty: only these can have a clock run out on them by themselves. */
const leading = (town: Town): Station[] => town.stations.filter(({ id }) => town.duties.some(({ lead }) => lead === id))

const namesOf = (stations: readonly Station[]): string | null =>
  stations.length === 0 ? null : `（${stations.map(({ name }) => name).join('、')}）`

/** Who is missing for a target: null = nobody, it can be reached; otherwise detail for the sentence. */
const LACKS: Readonly<Record<RungTarget, (town: Town) => string | null>> = {
  duty: (town) =>
    namesOf(
      leading(town).filter(({ id, duty }) => duty.length === 0 && !town.roster.some(({ station }) => station === id)),
    ),
  station_head: (town) => namesOf(leading(town).filter(({ head }) => head === null)),
  command_room: (town) => (town.commandRoom === null ? '' : null),
  leaders: (town) => (town.leaders === null ? '' : null),
  supervisor: (town) => (town.people.some(({ roles }) => roles.includes('supervisor')) ? null : ''),
}

/** Escalation lint: ladder steps that would reach nobody. `rungAt` says where the nth step is written. */
export function lint(town: Town, rungAt: (index: number) => Where): Fault[] {
  return town.policy.ladder.flatMap(({ to }, index) =>
    to.flatMap((target) => {
      const lack = LACKS[target](town)
      const where = rungAt(index)
      return lack === null ? [] : [faultAt({ ...where, field: `${where.field}.to` }, wording.unreachable(target, lack))]
    }),
  )
}
