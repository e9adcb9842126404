import { basename, join } from 'node:path'
import { BACKUP_FAULT, LAST_DRILL } from '../domain/backup/due.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import { noteBeside } from '../store/beside.ts'
import { choose, examine, lostFiles } from './examine.ts'
import { archives, roomFor, workIn } from './folder.ts'
import type { House } from './house.ts'
import { labelOf } from './label.ts'

export type Drilled = Readonly<{
  archive: string
  at: Date
  events: number
  files: number
  reports: number
  /** the logs are as they were when it was made: whole, or tampered with already */
  whole: boolean
}>

/** Restores the newest archive beside the program and looks at everything in it: a backup nobody restored is a hope. */
export async function drill(house: House, now: Date): Promise<Drilled> {
  const [newest] = await archives(house.folder)
  if (!newest) throw new BackupFault('no-archives', house.folder)
  return workIn(house.folder, async (workplace) => {
    const chosen = await choose(join(house.folder, newest.name), house)
    const bytes = chosen.manifest.parts.reduce((sum, part) => sum + part.bytes, 0)
    await roomFor(house.folder, bytes)
    const { trial, whole } = await examine(chosen, house.databaseUrl, workplace, labelOf(now))
    await trial.discard()
    const [lost] = await lostFiles(chosen)
    if (lost !== undefined) throw new BackupFault('files-lost', lost)
    const { events, reports } = whole
    const wholeNow = whole.chain.length + whole.accesses.faults.length === 0
    await noteBeside(house.databaseUrl, {
      [LAST_DRILL]: now.toISOString(),
      ...(wholeNow ? { [BACKUP_FAULT]: null } : {}),
    })
    const files = chosen.manifest.files.length
    return { archive: basename(chosen.path), at: newest.at, events, files, reports, whole: wholeNow }
  })
}
