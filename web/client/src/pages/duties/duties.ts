import type { z } from 'zod'
import { DUTIES } from '../../wording/duties.ts'
import type { outcomeShape } from '../../../../duties/outcome.ts'

export type Cells = Readonly<Record<string, string>>
export type DutyList = Readonly<{
  version: string
  mayEdit: boolean
  columns: readonly Readonly<{ id: string; title: string }>[]
  units: readonly Readonly<{ id: string; name: string }>[]
  items: readonly Cells[]
}>
export type Outcome = z.infer<typeof outcomeShape>
export type Diff = Outcome['diff']

/** How a cell is said: units by name, several with a mark between. */
export const namesIn = (list: DutyList, cell = ''): string =>
  cell
    .split('|')
    .filter(Boolean)
    .map((id) => list.units.find((unit) => unit.id === id)?.name ?? id)
    .join(DUTIES.between)
