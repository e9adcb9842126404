import { stat } from 'node:fs/promises'
import { BACKUP_FAULT, drillDue, isStale, LAST_BACKUP, LAST_DRILL, noted } from '../../domain/backup/due.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import type { BackupFaultCode } from '../../domain/backup/fault.ts'
import type { Env } from '../env.ts'
import { wordingBackup } from '../wording-backup.ts'
import { type Check, fine, warning } from './check.ts'

const { check: words, faults } = wordingBackup

/** Reads a note of the store: when something was last done. */
export type NoteOf = (key: string) => Promise<Readonly<{ value: string }> | null>

/** Are there backups, are they young, and was one of them restored for a trial? The demo has nothing to lose. */
export async function checkBackup({ backup, demo, dataDir }: Env, note: NoteOf, now: Date): Promise<Check[]> {
  if (demo) return []
  if (backup.key === null && backup.keyFile === null) return [warning(words.name, words.keyless, words.keylessMend)]
  const [last, drilled, fault] = await Promise.all([LAST_BACKUP, LAST_DRILL, BACKUP_FAULT].map(note))
  return [
    ...(backup.at === null ? [warning(words.name, words.off, words.offMend)] : []),
    age(noted(last?.value), now),
    ...whyNot(fault?.value),
    ...(last ? [drill(noted(drilled?.value), now), ...(await sameDisk(backup.folder, dataDir))] : []),
  ]
}

function age(last: Date | null, now: Date): Check {
  if (last === null) return warning(words.name, words.never, words.neverMend)
  return isStale(last, now) ? warning(words.name, words.old(last), words.oldMend) : fine(words.name, words.last(last))
}

/** What the last one failed of. */
function whyNot(code: string | undefined): Check[] {
  if (code === undefined || !(code in faults)) return []
  const { problem, mend } = faults[code as BackupFaultCode]('')
  return [warning(words.name, problem, mend)]
}

/** A week that was missed is no reason to call anybody; two are. */
function drill(last: Date | null, now: Date): Check {
  if (last !== null && !drillDue(last, new Date(now.getTime() - 7 * DAY))) return fine(words.drill, words.drilled(last))
  return warning(words.drill, last === null ? words.neverDrilled : words.drilled(last), words.neverDrilledMend)
}

/** A disk takes its backups with it. */
async function sameDisk(folder: string, dataDir: string): Promise<Check[]> {
  const [there, here] = await Promise.all([folder, dataDir].map((path) => stat(path).catch(() => null)))
  return there && here && there.dev === here.dev
    ? [warning(words.name, words.sameDisk(folder), words.sameDiskMend)]
    : []
}
