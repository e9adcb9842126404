import { bad, type Check, checkOf, codeOf, fine } from './doctor/check.ts'
import { checkDatabase, checkDataDir, checkDisk, checkNode, checkPort } from './doctor/machine.ts'
import { checkMetricsToken, checkChannel, checkProxy, checkRedis } from './doctor/services.ts'
import { checkHooks, checkOpen } from './doctor/open.ts'
import { checkSecretFile } from './doctor/secrets.ts'
import { checkTowns } from './doctor/town.ts'
import { type Env, loadEnv, type RawEnv, readEnv, secretFiles } from './env.ts'
import { dayInShanghai } from './township/load.ts'
import { wordingDoctor as words } from './wording-doctor.ts'

export type { Check } from './doctor/check.ts'

/** A look at something another folder knows about (the bot's subscription, the database's WAL); handed in by the caller. */
export type Probe = Readonly<{ name: string; look(env: Env): Promise<readonly Check[]> | readonly Check[] }>

export type DoctorInput = Readonly<{
  cwd: string
  processEnv: RawEnv
  now: Date
  /** only run when the environment has no faults */
  probes?: readonly Probe[]
}>

/** Looks at everything a start needs and says what is wrong and how to mend it. Changes nothing, never throws. */
export async function doctor({ cwd, processEnv, now, probes = [] }: DoctorInput): Promise<Check[]> {
  const read = loadEnv(cwd, processEnv)
  const checks: Check[] = [checkNode(process.versions.node), ...envChecks(read)]
  const env = read.ok ? read.env : fallback(processEnv)
  const folders = folderProbes(dayInShanghai(now))
  const secrets = { name: words.names.secrets, look: () => secretChecks(cwd, processEnv) }
  const looks = read.ok ? [secrets, ...folders, ...serviceProbes(processEnv), ...probes] : folders
  for (const probe of looks) checks.push(...(await safely(probe, env)))
  return checks
}

const envChecks = (read: ReturnType<typeof loadEnv>): Check[] =>
  read.ok
    ? [fine(words.names.env, words.envFine(read.env.demo))]
    : read.faults.map((fault) => checkOf(words.names.env, 'bad', fault))

const secretChecks = async (cwd: string, processEnv: RawEnv): Promise<Check[]> =>
  (await Promise.all(secretFiles(cwd, processEnv).map(checkSecretFile))).flat()

/** With faulty variables the two folders are still looked at, so that all faults come at once. */
function fallback({ TOWN_CONFIG, DATA_DIR }: RawEnv): Env {
  const read = readEnv({ TOWN_CONFIG, DATA_DIR })
  if (!read.ok) throw new Error('a folder name cannot be faulty')
  return read.env
}

function folderProbes(today: string): Probe[] {
  const { names } = words
  return [
    { name: names.town, look: (env) => checkTowns(env, today) },
    { name: names.data, look: async (env) => [await checkDataDir(env)] },
    { name: names.disk, look: checkDisk },
  ]
}

function serviceProbes(processEnv: RawEnv): Probe[] {
  const { names } = words
  return [
    { name: names.channel, look: (env) => [checkChannel(env), ...checkMetricsToken(env)] },
    { name: names.open, look: async (env) => [...(await checkOpen(env)), ...(await checkHooks(env))] },
    { name: names.database, look: async (env) => [await checkDatabase(env)] },
    { name: names.redis, look: async (env) => [await checkRedis(env, processEnv['PATH'] ?? '')] },
    { name: names.port, look: async (env) => [await checkPort(env), ...checkProxy(env)] },
  ]
}

async function safely(probe: Probe, env: Env): Promise<readonly Check[]> {
  try {
    return await probe.look(env)
  } catch (error) {
    return [bad(probe.name, words.broken(codeOf(error)), words.brokenMend)]
  }
}

/** The report as text, or as JSON for programs. */
export function printChecks(checks: readonly Check[], json: boolean): string {
  if (json) return JSON.stringify({ ok: exitCode(checks) === 0, checks }, null, 2)
  const lines = checks.map(({ name, ok, cause, mend }) =>
    ok === 'ok' ? `[${words.marks.ok}] ${name}：${cause}` : `[${words.marks[ok]}] ${name}：${cause}\n       → ${mend}`,
  )
  const count = (ok: Check['ok']): number => checks.filter((check) => check.ok === ok).length
  return [...lines, '', words.summary(count('bad'), count('warn'))].join('\n')
}

/** 0 unless something is bad; warnings stop nobody. */
export const exitCode = (checks: readonly Check[]): 0 | 1 => (checks.some(({ ok }) => ok === 'bad') ? 1 : 0)
