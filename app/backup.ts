import { basename, join, resolve } from 'node:path'
import type { NightAnswer, NightOrder } from '../backup/beside.ts'
import type { House } from '../backup/house.ts'
import { openBeside } from '../beside.ts'
import type { Env } from '../config/env.ts'
import type { Context, Log } from '../context.ts'
import { BACKUP_FAULT } from '../domain/backup/due.ts'
import type { Store } from '../store/store.ts'
import { programVersion } from './version.ts'

const HOUR = 3_600_000
/** of pictures there may be very many, the first time */
const PATIENCE = 12 * HOUR
/** it is not needed again before the next night */
const IDLE = 1000

/** What the settings say of where things lie. */
export const houseOf = ({ backup, ...env }: Env, folder = backup.folder): House => ({
  databaseUrl: env.databaseUrl,
  dataDir: resolve(env.dataDir),
  identityKeysFile: resolve(env.identityKeysFile),
  townConfig: resolve(env.townConfig),
  folder: resolve(folder),
  key: { key: backup.key, keyFile: backup.keyFile },
  program: programVersion(),
})

/** The nightly backup of a running program; null where none is wanted, or there is no key to seal it with. */
export function openBackups(env: Env, store: Pick<Store, 'putNote'>, log: Log): NonNullable<Context['backups']> | null {
  const { at, key, keyFile } = env.backup
  if (env.demo || at === null || (key === null && keyFile === null)) return null
  const program = join(import.meta.dirname, '..', 'backup', 'beside')
  const beside = openBeside<NightOrder, NightAnswer>({ program, patience: PATIENCE, idle: IDLE })
  let running = false

  async function night(drill: boolean): Promise<void> {
    const answer = await beside.ask({ house: houseOf(env), drill })
    if (!answer.ok) return failed(answer.code)
    log.info({ archive: basename(answer.archive), bytes: answer.bytes, drilled: answer.drilled }, 'backed up')
  }

  /** Whoever looks after the machine reads it in `doctor`, and the command room hears of it once it is two days old. */
  async function failed(code: string): Promise<void> {
    log.error({ code }, 'the backup was not made, or could not be restored: run doctor')
    await store.putNote({ key: BACKUP_FAULT, value: code, until: null })
  }

  return {
    at,
    begin(drill) {
      if (running) return
      running = true
      night(drill)
        .catch(() => failed('unexpected'))
        .catch((error: unknown) => log.warn({ error: String(error) }, 'it could not be noted that a backup failed'))
        .finally(() => (running = false))
    },
  }
}
