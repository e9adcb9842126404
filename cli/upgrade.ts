import { basename } from 'node:path'
import { pendingAt, upgrade as carryOut } from '../backup/upgrade.ts'
import { readKey } from '../backup/key.ts'
import { faultAt } from '../config/fault.ts'
import { wordingBackup as words } from '../config/wording-backup.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import { holdStill } from '../store/copy/copy.ts'
import { StoreRefusal } from '../store/refusal.ts'
import { houseOf } from '../app/backup.ts'
import { offlineFaults } from './doctor.ts'
import { StartFault } from './fail.ts'
import { failed, print } from './place.ts'
import { settings, townships } from './settings.ts'

export type UpgradeOptions = Readonly<{ check?: boolean; plain?: boolean; json?: boolean }>

/** `shaozi upgrade`: backs up, brings the database to this version, looks whether all is well, and undoes it where it is not. */
export async function upgrade({ check = false, plain = false, json }: UpgradeOptions): Promise<number> {
  try {
    const env = settings()
    const house = houseOf(env)
    const pending = await pendingAt(house.databaseUrl)
    if (pending.length === 0) return print(json, { ok: true, pending }, words.nothingPending)
    await ready(house.databaseUrl)
    if (!plain && (await readKey(house.key)) === null) throw new BackupFault('no-key')
    if (check) return print(json, { ok: true, pending }, words.wouldUpgrade(pending))
    const towns = (await townships(env)).towns.map(({ code }) => code)
    const asked = plain ? { ...house, key: { key: null, keyFile: null } } : house
    const done = await carryOut(asked, { towns, examine: offlineFaults, plain }, new Date())
    if (done === null) return print(json, { ok: true, pending: [] }, words.nothingPending)
    const { applied, made } = done
    return print(json, { ok: true, applied, archive: made.archive }, words.upgraded(applied, basename(made.archive)))
  } catch (error) {
    return failed(error, wasBegun(error) ? words.undone : words.cannotUpgrade, json)
  }
}

/** What is wrong before must not look as if the upgrade had done it; and the program must not run. */
async function ready(databaseUrl: string): Promise<void> {
  ;(await holdStill(databaseUrl)).release()
  const faults = await offlineFaults()
  if (faults.length > 0)
    throw new StartFault(
      faults.map((problem) => faultAt({ file: '', line: null, field: '' }, { problem, mend: words.notReadyMend })),
    )
}

/** Only from the migrating on is there anything to undo. */
const wasBegun = (error: unknown): boolean =>
  (error instanceof StoreRefusal && error.code === 'migration-failed') ||
  (error instanceof BackupFault && error.code === 'self-test')
