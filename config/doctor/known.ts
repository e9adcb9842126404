import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parseDocument } from 'yaml'
import { rawEnv } from '../env.ts'
import type { RawEnv } from '../readEnv.ts'
import { withSecretFiles } from '../secretFiles.ts'
import { townFolders } from '../township/load.ts'
import { UNTOLD, type VariableName } from '../variables.ts'

/** No secrets, but they say whose machine it is. */
const IDS: readonly VariableName[] = ['WECOM_AIBOT_ID', 'WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_KF_OPEN_KFID']
const LOGINS: readonly VariableName[] = ['DATABASE_URL', 'REDIS_URL', 'LLM_URL', 'WECOM_API_BASE']
/** What tells of a person or opens a group, wherever it stands in town.yaml and as a column of a list. */
const PERSONAL = /^(userid|head|duty|officer|phone|licence|certificate|aibot_chatid|webhook_key|appchat_id)$/u

/** Every value of this machine and township that strangers must not read. Never throws. */
export async function knownSecrets(cwd: string, processEnv: RawEnv): Promise<ReadonlySet<string>> {
  const { raw } = withSecretFiles(rawEnv(cwd, processEnv))
  const valueOf = (name: string): string => raw[name]?.trim() ?? ''
  const folders = await townFolders(valueOf('TOWN_CONFIG') || './config/town').catch(() => [])
  const told = await Promise.all(folders.map(toldIn))
  return new Set([
    ...[...UNTOLD, ...IDS].map(valueOf),
    ...LOGINS.flatMap((name) => loginOf(valueOf(name))),
    ...told.flat(),
  ])
}

function loginOf(address: string): string[] {
  if (!URL.canParse(address)) return []
  const { username, password } = new URL(address)
  return [username, password, ...[username, password].map(decoded)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function toldIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8').catch(() => '') })),
  )
  return texts.flatMap(({ name, text }) => {
    if (name.endsWith('.csv')) return fromTable(text)
    return name === 'town.yaml' ? fromYaml(text) : []
  })
}

/** Also of a file that is faulty: what can be read of it. */
function fromYaml(text: string): string[] {
  try {
    return walk(parseDocument(text).toJS() as unknown)
  } catch {
    return []
  }
}

function walk(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const isPerson = 'userid' in value
  return Object.entries(value).flatMap(([key, inner]) => {
    const isTold = PERSONAL.test(key) || (isPerson && key === 'name')
    return isTold ? [inner].flat().filter((each) => typeof each === 'string') : walk(inner)
  })
}

function fromTable(text: string): string[] {
  try {
    const rows = parseCsv(text, { columns: true, bom: true, relax_column_count: true }) as Record<string, string>[]
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, cell]) => (PERSONAL.test(column) ? cell.split('|') : [])),
    )
  } catch {
    return []
  }
}
