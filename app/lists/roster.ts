import { mergeRoster, pastChange, writeRoster } from '../../config/roster/merge.ts'
import { rosterIn } from '../../config/roster/read.ts'
import { ROSTER_HEADINGS, wordingRoster } from '../../config/roster/wording-roster.ts'
import type { Words } from '../../config/fault.ts'
import type { Table } from '../../config/duties/table.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import type { Shift } from '../../domain/town.ts'
import { monthOf, rosterMark } from '../../web/units/month.ts'
import type { Lists } from '../../web/lists.ts'
import { lockedOr } from './locked.ts'
import type { Folder } from './folder.ts'

/** The roster for the pages: read, tried and written as an imported one is. */
export function rosterDesk({ place, alone, taken }: Folder): Pick<Lists, 'roster' | 'putRoster'> {
  return {
    roster: async (town) => (await place(town))?.roster ?? null,
    putRoster: (town, station, month, shifts, { base, now }) =>
      alone(async () => {
        const found = await place(town)
        if (!found) return null
        const before = monthOf(found.roster, station, month)
        if (rosterMark(before) !== base) return { ok: false, stale: true, faults: [] }
        const day = pastChange(before, shifts, dayOf(now))
        if (day !== null) return refused(wordingRoster.pastDay(day))
        const read = rosterIn([tableOf(shifts)], found)
        if (read.faults.length > 0) return { ok: false, stale: false, faults: read.faults }
        const { roster: merged } = mergeRoster(found.roster, read.shifts, dayOf(now), before)
        const locked = await lockedOr(() => writeRoster(found.folder, merged))
        if (locked) return refused(locked)
        await taken()
        return { ok: true, stale: false, faults: [] }
      }),
  }
}

/** Not because of a line of it. */
const refused = (said: Words) => ({ ok: false, stale: false, faults: [{ row: 0, column: '', ...said }] })

/** As a township keeps it: a header, then a line for each shift. */
function tableOf(shifts: readonly Shift[]): Table {
  const { date, station, person, shift } = ROSTER_HEADINGS
  const header = [date[0], station[0], person[0], shift[0]]
  const lines = shifts.map((each) => [each.date, each.station, each.userid, each.shift])
  return { name: '', lines: [header, ...lines].map((values, at) => ({ row: at + 1, values })) }
}
