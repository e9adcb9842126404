import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { packageInput } from '../app/package.ts'
import type { Env } from '../config/env.ts'
import { loadTowns } from '../config/township/load.ts'
import { cliEvidence as words } from '../config/wording-evidence.ts'
import type { NewAccess } from '../domain/decision.ts'
import type { Town } from '../domain/town.ts'
import { EVIDENCE } from '../domain/case/evidence.ts'
import { checkPackage } from '../evidence/check.ts'
import { digest } from '../evidence/digest.ts'
import type { Input } from '../evidence/input.ts'
import { MOST_BYTES } from '../evidence/limits.ts'
import { packEvidence, TooMuch } from '../evidence/pack.ts'
import { wordingEvidence } from '../evidence/wording-evidence.ts'
import { save } from '../save.ts'
import { logAccess } from '../store/beside.ts'
import { ulid } from '../store/ids.ts'
import { openReadOnly } from '../store/open.ts'
import { StartFault } from './fail.ts'
import { storedFile } from '../backup/stored.ts'
import { failed, print, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'
import { settings } from './settings.ts'

type Options = Readonly<{ out?: string; reason?: string; json?: boolean }>

/** `shaozi evidence <caseNo>`: the evidence of a case as a zip; that it was taken out, and by whom, is written down first. */
export async function evidence(typed: string, { out, reason = words.noReason, json }: Options): Promise<number> {
  try {
    const env = settings()
    const loaded = await loadTowns(env.townConfig)
    if (!loaded.ok) throw new StartFault(loaded.faults)
    const caseNo = typed.normalize('NFKC').trim().toUpperCase()
    const file = out ?? `${caseNo}.zip`
    if (existsSync(file)) refuse(words.exists(file))
    const input = await inputOf(env, loaded.towns, caseNo, reason)
    const zip = await packed(input)
    const sha256 = digest(zip)
    await logAccess(env.databaseUrl, accessOf(input, sha256))
    await save(dirname(file), basename(file), zip, 0o600).catch(() => refuse(words.cannotWrite(file)))
    const events = input.events.length
    const files = input.events.filter(({ type }) => type === EVIDENCE).length
    const faults = checkPackage(zip).faults
    const found = { ok: faults.length === 0, caseNo, file, sha256, events, files, faults }
    const complaint = faults.length === 0 ? '' : `\n${words.broken(faults.map(wordingEvidence.fault))}`
    print(json, found, words.made(caseNo, file, events, files, sha256) + complaint)
    return faults.length === 0 ? 0 : 1
  } catch (error) {
    return failed(error, words.cannotPack, json)
  }
}

async function inputOf(env: Env, towns: readonly Town[], caseNo: string, reason: string): Promise<Input> {
  const store = await openReadOnly(env.databaseUrl)
  try {
    const task = (await store.taskByCaseNo(caseNo)) ?? refuse(words.noCase(caseNo))
    const town = towns.find(({ code }) => code === task.town) ?? refuse(words.noTown(task.town))
    const now = new Date()
    const made = { at: now, by: whoAmI(), reason }
    return await packageInput(store, task, town, made, (sha256) => storedFile(env.dataDir, sha256))
  } finally {
    await store.close()
  }
}

async function packed(input: Input): Promise<Buffer> {
  try {
    return await packEvidence(input)
  } catch (error) {
    if (error instanceof TooMuch) refuse(words.tooMuch(error.bytes, MOST_BYTES))
    throw error
  }
}

function accessOf({ facts, made }: Input, sha256: string): NewAccess {
  const reason = words.access(made.reason, sha256)
  return { id: ulid(), kind: 'export', by: made.by, second: null, caseNo: facts.caseNo, reason, at: made.at }
}
