import { existsSync } from 'node:fs'
import { doctor as examine, exitCode, printChecks, type Check, type Probe } from '../config/doctor.ts'
import type { Env } from '../config/env.ts'
import { cli } from '../config/wording-cli.ts'
import { wordingDoctor } from '../config/wording-doctor.ts'
import { openReadOnly, StoreRefusal } from '../store/open.ts'

/** `shaozi doctor`: everything a start needs, with cause and mend. 0 = a start will work, 1 = something is wrong. */
export async function doctor(options: Readonly<{ json?: boolean }>): Promise<number> {
  const checks = await examine({ cwd: process.cwd(), processEnv: process.env, now: new Date(), probes: [database] })
  process.stdout.write(`${printChecks(checks, options.json === true)}\n`)
  return exitCode(checks)
}

/** Looks into a database that is there already; a file that is not is made at the start. */
const database: Probe = {
  name: wordingDoctor.names.database,
  async look({ databaseUrl }: Env): Promise<Check[]> {
    const path = /^file:(?:\/\/)?([^?]+)/u.exec(databaseUrl)?.[1]
    if (path !== undefined && !existsSync(path)) return []
    try {
      const store = await openReadOnly(databaseUrl)
      await store.ping().finally(() => store.close())
      return []
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error
      const [cause, mend] = cli.storeBad[error.code]
      return [{ name: wordingDoctor.names.database, ok: 'bad', cause, mend }]
    }
  },
}
