import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checked } from '../../config/duties/check.ts'
import type { RowFault } from '../../config/duties/rowFault.ts'
import { diffOf } from '../../config/duties/diff.ts'
import { cellsOf, tryEdit } from '../../config/duties/edit.ts'
import { COLUMNS } from '../../config/duties/header.ts'
import { history, replaceList, versionOf, type Put } from '../../config/duties/history.ts'
import { notesIn, tryImport } from '../../config/duties/import.ts'
import { changes, losesMuch } from '../../config/duties/list.ts'
import type { Place } from '../../config/duties/places.ts'
import { readOld, tryOld } from '../../config/duties/rollback.ts'
import { NotATable, tablesFrom } from '../../config/duties/table.ts'
import { HEADINGS } from '../../config/duties/wording-columns.ts'
import { wordingDuties as words } from '../../config/duties/wording-duties.ts'
import type { Words } from '../../config/fault.ts'
import type { By, ListOutcome, Lists } from '../../web/lists.ts'
import { lockedOr } from './locked.ts'
import type { Folder } from './folder.ts'

type DutyDesk = Pick<Lists, 'duties' | 'editDuty' | 'importDuties' | 'dutyHistory' | 'oldDuties' | 'rollBackDuties'>
type How = Pick<Put, 'how' | 'source'> & Readonly<{ reason?: string }>

const NOTHING: ListOutcome = {
  ...{ ok: false, stale: false, faults: [], notes: [], skipped: [], diff: [], lossy: false, version: null },
}

/** The duty list for the pages: tried and put in place by the same code as on the command line. */
export function dutyDesk({ place, alone, taken }: Folder): DutyDesk {
  /** Only where the list is still the one that was looked at. */
  const on = (town: string, { base }: By, work: (found: Place) => Promise<ListOutcome>): Promise<ListOutcome | null> =>
    alone(async () => {
      const found = await place(town)
      if (!found) return null
      if ((await present(found)) !== base) return { ...NOTHING, stale: true }
      return work(found).catch((error: unknown) => {
        if (error instanceof NotATable) return refused(error.words)
        throw error
      })
    })

  async function put(found: Place, csv: string, { by, now }: By, how: How): Promise<string | Words> {
    let version = ''
    const locked = await lockedOr(async () => {
      version = await replaceList(found.folder, csv, { now, by, ...how })
      await taken()
    })
    return locked ?? version
  }

  /** The outcome of a list that passed: put in place, unless it is only tried. */
  async function settled(found: Place, list: Passed, who: By, how: How, more: Partial<ListOutcome>, dry: boolean) {
    const diff = diffOf(found.duties.map(cellsOf), list.duties.map(cellsOf), found.stations)
    const told = { ...NOTHING, ok: true, diff, notes: notesIn([], list.warnings), ...more }
    if (dry || diff.length === 0) return told
    const version = await put(found, list.csv, who, how)
    return typeof version === 'string' ? { ...told, version } : refused(version)
  }

  return {
    async duties(town) {
      const found = await place(town)
      if (!found) return null
      const columns = COLUMNS.map((id) => ({ id, title: HEADINGS[id]?.[1] ?? id }))
      return { version: await present(found), columns, items: found.duties.map(cellsOf) }
    },
    editDuty: (town, edit, who, dry) =>
      on(town, who, async (found) => {
        const list = await tryEdit(found, edit)
        if (!list.ok) return { ...NOTHING, faults: list.faults }
        const lossy = losesMuch(changes(found.duties, list.duties))
        const source = edit.cells?.['code'] ?? edit.code ?? ''
        return settled(found, list, who, { how: 'edit', source }, { lossy }, dry || lossy)
      }),
    importDuties: (town, { name, file, sheet, skipFaulty, yes }, who, dry) =>
      on(town, who, async (found) => {
        const tried = await tryImport(found, await tablesFrom(name, file), { sheet, skipFaulty })
        if (!tried.ok) return { ...NOTHING, faults: tried.faults }
        const { list, skipped, lossy } = tried
        const more = { notes: notesIn(tried.notes, list.warnings), skipped, lossy }
        return settled(found, list, who, { how: 'import', source: name }, more, dry || (lossy && !yes))
      }),
    async dutyHistory(town) {
      const found = await place(town)
      return found && history(found.folder)
    },
    async oldDuties(town, version) {
      const found = await place(town)
      const old = found && (await readOld(found, version))
      if (!found || !old) return null
      return diffOf(
        found.duties.map(cellsOf),
        old.draft.rows.map(({ cells }) => cells),
        found.stations,
      )
    },
    rollBackDuties: (town, version, reason, who) =>
      on(town, who, async (found) => {
        const old = await readOld(found, version)
        if (!old) return refused(words.unknownVersion(version))
        const list = await tryOld(found, old)
        if (!list.ok) return { ...NOTHING, faults: list.faults }
        const how = { how: 'rollback', source: old.id, reason } as const
        return settled(found, { ...list, csv: old.csv }, who, how, {}, false)
      }),
  }
}

type Passed = Extract<Checked, { ok: true }>

const present = async ({ folder }: Place): Promise<string> =>
  versionOf(await readFile(join(folder, 'duties.csv'), 'utf8').catch(() => ''))

const refused = ({ problem, mend }: Words): ListOutcome => {
  const fault: RowFault = { file: null, row: null, column: '', problem, mend }
  return { ...NOTHING, faults: [fault] }
}
