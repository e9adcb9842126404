import type { RowFault } from '../config/duties/rowFault.ts'
import type { ItemChange } from '../config/duties/diff.ts'
import type { Cells, Edit } from '../config/duties/edit.ts'
import type { History } from '../config/duties/history.ts'
import type { RosterFault } from '../config/roster/read.ts'
import type { Fault } from '../config/fault.ts'
import type { Asset, Shift } from '../domain/town.ts'

/** Who changes a list, and when; `base` = the list he looked at: it must not have changed since. */
export type By = Readonly<{ base: string; by: string; now: Date }>

/** The present duty list, as it lies on disk. */
export type DutyList = Readonly<{ version: string; columns: readonly Column[]; items: readonly Cells[] }>
export type Column = Readonly<{ id: string; title: string }>

/** What came of a change, or would come of it. `stale`: somebody else changed the list meanwhile. */
export type ListOutcome = Readonly<{
  ok: boolean
  stale: boolean
  faults: readonly RowFault[]
  /** what should be looked at, in sentences */
  notes: readonly string[]
  /** rows that were left out for being faulty */
  skipped: readonly string[]
  diff: readonly ItemChange[]
  /** it loses so much of the list that somebody must say yes to it */
  lossy: boolean
  /** the list that is in force now; null = nothing was changed */
  version: string | null
}>

export type Upload = Readonly<{ name: string; file: Buffer; sheet?: string; skipFaulty: boolean; yes: boolean }>

/** What lies in the folder of a township: the rules are those of the commands; whatever is written counts at once. Null = no such township, or it cannot be read. */
export type Lists = Readonly<{
  duties(town: string): Promise<DutyList | null>
  /** `dry`: only tells what it would do */
  editDuty(town: string, edit: Edit, who: By, dry: boolean): Promise<ListOutcome | null>
  importDuties(town: string, upload: Upload, who: By, dry: boolean): Promise<ListOutcome | null>
  dutyHistory(town: string): Promise<History | null>
  /** what going back to a list of before would change; null = there is none of that name */
  oldDuties(town: string, version: string): Promise<readonly ItemChange[] | null>
  rollBackDuties(town: string, version: string, reason: string, who: By): Promise<ListOutcome | null>
  /** Everything doctor would say of the folder of a township; `warnings` refuse nothing. */
  lint(town: string, today: string): Promise<Readonly<{ faults: readonly Fault[]; warnings: readonly Fault[] }> | null>
  roster(town: string): Promise<readonly Shift[] | null>
  /** The month (YYYY-MM) of a unit is as these shifts say, from today on. */
  putRoster(
    town: string,
    station: string,
    month: string,
    shifts: readonly Shift[],
    who: By,
  ): Promise<RosterOutcome | null>
  /** What may be booked, as it lies on disk. */
  assets(town: string): Promise<readonly Asset[] | null>
  /** What may be booked is what is listed here. */
  putAssets(town: string, assets: readonly Asset[], who: By): Promise<AssetOutcome | null>
}>

export type AssetOutcome = Readonly<{
  ok: boolean
  stale: boolean
  faults: readonly Readonly<{ problem: string; mend: string }>[]
}>

export type RosterOutcome = Readonly<{ ok: boolean; stale: boolean; faults: readonly RosterFault[] }>
