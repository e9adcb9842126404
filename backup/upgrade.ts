import { LAST_BACKUP } from '../domain/backup/due.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import { noteBeside } from '../store/beside.ts'
import { holdStill, migrate, migrationsOf, saveAside } from '../store/copy/copy.ts'
import { appliedAt, logEnd, type LogEnd } from '../store/copy/state.ts'
import { pendingMigrations, type Migration } from '../store/migrations.ts'
import { openReadOnly } from '../store/open.ts'
import type { House } from './house.ts'
import { labelOf } from './label.ts'
import { makeBackup, type Made } from './make.ts'

/** What an upgrade would apply. Refuses a database that is newer than this program; changes nothing. */
export async function pendingAt(databaseUrl: string, committed = migrationsOf(databaseUrl)): Promise<string[]> {
  return pendingMigrations(committed, await appliedAt(databaseUrl)).map(({ name }) => name)
}

export type Upgrade = Readonly<{
  /** the migrations of this program */
  committed?: Migration[]
  /** their cases are read for a trial */
  towns: readonly string[]
  /** what else must be well afterwards, each fault in a sentence */
  examine(): Promise<readonly string[]>
  plain: boolean
}>
/** Null: there was nothing to do. */
export type Upgraded = Readonly<{ applied: readonly string[]; made: Made }> | null

/** Backs up, migrates and looks whether all is well; else the database is byte by byte what it was before. */
export async function upgrade(house: House, how: Upgrade, now: Date): Promise<Upgraded> {
  const { databaseUrl: url } = house
  const committed = how.committed ?? migrationsOf(url)
  const still = await holdStill(url)
  try {
    const applied = await pendingAt(url, committed)
    if (applied.length === 0) return null
    const saved = await saveAside(url, labelOf(now))
    try {
      const made = await makeBackup(house, { plain: how.plain, rotate: true }, now)
      const before = await logEnd(url)
      await migrate(url, committed)
      await selfTest(url, before, how)
      await noteBeside(url, { [LAST_BACKUP]: now.toISOString() })
      await saved.discard()
      return { applied, made }
    } catch (error) {
      await saved.putBack()
      throw error
    }
  } finally {
    still.release()
  }
}

/** The log ends where it ended, a page of cases can be read, and everything else a start needs is well. */
async function selfTest(url: string, before: LogEnd, { towns, examine }: Upgrade): Promise<void> {
  const after = await logEnd(url)
  if (after.events !== before.events || after.head !== before.head) throw new BackupFault('self-test', 'event log')
  const store = await openReadOnly(url)
  try {
    for (const town of towns) await store.register({ town, order: 'newest', skip: 0, limit: 50 })
  } finally {
    await store.close()
  }
  const faults = await examine()
  if (faults.length > 0) throw new BackupFault('self-test', faults.join('; '))
}
