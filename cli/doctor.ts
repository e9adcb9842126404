import { existsSync } from 'node:fs'
import { lookAtWecom } from '../bot/doctor/look.ts'
import { doctor as examine, exitCode, printChecks, type Check, type Probe } from '../config/doctor.ts'
import { knownSecrets } from '../config/doctor/known.ts'
import { masked } from '../config/doctor/masked.ts'
import { bad, fine } from '../config/doctor/check.ts'
import type { Env } from '../config/env.ts'
import { loadTowns } from '../config/township/load.ts'
import { checkBackup } from '../config/doctor/backup.ts'
import { wordingBackup } from '../config/wording-backup.ts'
import { cli } from '../config/wording-cli.ts'
import { wordingDoctor } from '../config/wording-doctor.ts'
import type { Town } from '../domain/town.ts'
import { fontFault } from '../posters/font.ts'
import { openReadOnly, StoreRefusal } from '../store/open.ts'
import { templateChecks } from './documents.ts'
import { logInDatabase, machineOutside, redisOutside } from './machine.ts'
import { strangeGroups } from './strangeGroups.ts'

type Options = Readonly<{ json?: boolean; offline?: boolean }>

/** `shaozi doctor`: everything a start needs, with cause and mend. 0 = a start will work, 1 = something is wrong. */
export async function doctor({ json = false, offline = false }: Options): Promise<number> {
  const here = [documents, fonts, database, redis, backups]
  const probes = offline ? here : [...here, wecom, outside]
  const checks = await examine({ cwd: process.cwd(), processEnv: process.env, now: new Date(), probes })
  // the JSON is what people put into an issue for everybody to read
  const shown = json ? masked(checks, await knownSecrets(process.cwd(), process.env)) : checks
  process.stdout.write(`${printChecks(shown, json)}\n`)
  return exitCode(checks)
}

/** What a start would fail of, without WeCom, each in a sentence. */
export async function offlineFaults(): Promise<readonly string[]> {
  const probes = [documents, database]
  const checks = await examine({ cwd: process.cwd(), processEnv: process.env, now: new Date(), probes })
  return checks.flatMap(({ name, ok, cause }) => (ok === 'bad' ? [wordingDoctor.named(name, cause)] : []))
}

/** Every template of every township. */
const documents: Probe = {
  name: wordingDoctor.names.documents,
  look: ({ townConfig }: Env) => templateChecks(townConfig),
}

/** Without them pictures go as words, and posters and documents not at all. */
const fonts: Probe = {
  name: wordingDoctor.names.fonts,
  look: async () => [fontCheck(fontFault())],
}

export function fontCheck(fault: string | null): Check {
  const { names, fontsFine, fontsBad, fontsMend } = wordingDoctor
  return fault === null ? fine(names.fonts, fontsFine) : bad(names.fonts, fontsBad(fault), fontsMend)
}

/** Looks into a database that is there already; a file that is not is made at the start. */
const database: Probe = {
  name: wordingDoctor.names.database,
  async look({ databaseUrl, townConfig }: Env): Promise<Check[]> {
    const path = /^file:(?:\/\/)?([^?]+)/u.exec(databaseUrl)?.[1]
    if (path !== undefined && !existsSync(path)) return []
    try {
      const store = await openReadOnly(databaseUrl)
      const looked = async () => [
        ...(await strangeGroups(store, await townsOf(townConfig))),
        ...(await logInDatabase(store)),
      ]
      return await looked().finally(() => store.close())
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error
      const [cause, mend] = cli.storeBad[error.code]
      return [{ name: wordingDoctor.names.database, ok: 'bad', cause, mend }]
    }
  },
}

const redis: Probe = { name: wordingDoctor.names.redis, look: redisOutside }

/** Are there backups, and are they young? Of a database that cannot be read the probe above tells. */
const backups: Probe = {
  name: wordingBackup.check.name,
  async look(env: Env): Promise<Check[]> {
    const store = await openReadOnly(env.databaseUrl).catch(() => null)
    const note = async (key: string) => (await store?.note(key)) ?? null
    return checkBackup(env, note, new Date()).finally(() => store?.close())
  },
}

/** Goes through the channels against WeCom itself. The demo brings its own; people and groups of a broken township are not asked for. */
const wecom: Probe = {
  name: wordingDoctor.names.channel,
  async look(env: Env): Promise<readonly Check[]> {
    if (env.demo) return []
    return lookAtWecom({ ...env, towns: await townsOf(env.townConfig) }, () => new Date())
  },
}

/** What only shows from outside; the demo has no outside. */
const outside: Probe = {
  name: wordingDoctor.names.proxy,
  look: (env: Env) => machineOutside(env, () => new Date()),
}

async function townsOf(folder: string): Promise<readonly Town[]> {
  const read = await loadTowns(folder)
  return read.ok ? read.towns : []
}
