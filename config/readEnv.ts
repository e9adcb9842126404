import { join } from 'node:path'
import { type Fault, faultAt } from './fault.ts'
import { nearest } from './nearest.ts'
import {
  fileVariableOf,
  GROUPS,
  SECRETS,
  type Values,
  VARIABLE_NAMES,
  type VariableName,
  Variables,
} from './variables.ts'
import { wordingEnv } from './wording-env.ts'

type App = Readonly<{
  corpId: string
  agentId: number | null
  secret: string
  callbackToken: string | null
  callbackAesKey: string | null
}>

/** What the process was told from outside. */
export type Env = Readonly<{
  host: string
  port: number
  publicUrl: string | null
  /** addresses of the reverse proxies whose X-Forwarded-For is believed; none = nobody's */
  trustedProxy: readonly string[]
  databaseUrl: string
  /** null = not set: a private Redis if the binary is there */
  redisUrl: string | 'none' | null
  dataDir: string
  /** the keys that seal who villagers are; never in the database */
  identityKeysFile: string
  townConfig: string
  role: 'all' | 'web' | 'worker'
  aibot: Readonly<{ id: string; secret: string; wsUrl: string }> | null
  /** self-built app and 微信客服 share one secret; `agentId` may be null only where the app serves nothing but 微信客服 */
  app: App | null
  kf: Readonly<{ openKfid: string }> | null
  apiBase: string
  /** lets another machine read /metrics; null = only this one may */
  metricsToken: string | null
  /** are Open311 and open data served? And the file with the keys of those who may hand in; null = nobody may */
  open: Readonly<{ keysFile: string | null }> | null
  /** where backups lie, with what they are sealed, and at which minute of the day one is made; null = by hand only */
  backup: Readonly<{ folder: string; key: string | null; keyFile: string | null; at: number | null }>
  /** a language model that may be asked for an opinion; null = off */
  llm: Readonly<{ url: string; model: string; key: string | null; timeout: number }> | null
  logLevel: NonNullable<Values['LOG_LEVEL']>
  /** no WECOM_* set at all */
  demo: boolean
  /** whether the first start of the demo plays the story of its township */
  demoStory: boolean
}>

export type EnvRead = Readonly<{ ok: true; env: Env }> | Readonly<{ ok: false; faults: readonly Fault[] }>
export type RawEnv = Readonly<Record<string, string | undefined>>

const isVariable = (name: unknown): name is VariableName => VARIABLE_NAMES.some((known) => known === name)
const fault = (field: string, words: { problem: string; mend: string }): Fault =>
  faultAt({ file: wordingEnv.environment, line: null, field }, words)

/** Checks the variables and puts them together. All faults at once; no value is echoed. */
export function readEnv(raw: RawEnv): EnvRead {
  const parsed = Variables.safeParse(raw)
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]).filter(isVariable)
  const faults = [
    ...[...new Set(wrong)].map((name) => fault(name, wordingEnv.badValue(name))),
    ...halfConfigured(raw),
    ...misspelt(raw),
    ...alone(raw),
  ]
  if (!parsed.success || faults.length > 0) return { ok: false, faults }
  const env = toEnv(parsed.data)
  const parts = demoInParts(env)
  return parts.length === 0 ? { ok: true, env } : { ok: false, faults: parts }
}

const isSet = (raw: RawEnv, name: string): boolean => (raw[name] ?? '').trim() !== ''

function halfConfigured(raw: RawEnv): Fault[] {
  const lacks = GROUPS.flatMap(({ given, needed, unless }) => {
    if (unless !== undefined && isSet(raw, unless)) return []
    const because = given.find((name) => isSet(raw, name))
    return because === undefined ? [] : needed.filter((name) => !isSet(raw, name)).map((name) => ({ name, because }))
  })
  const once = lacks.filter(({ name }, index) => lacks.findIndex((lack) => lack.name === name) === index)
  return once.map(({ name, because }) => fault(name, wordingEnv.halfConfigured(name, because)))
}

/** A file takes one writer: a process that does only a part of the work needs a database that takes several. */
function alone(raw: RawEnv): Fault[] {
  const role = (raw['ROLE'] ?? '').trim()
  const shared = /^postgres(ql)?:/u.test((raw['DATABASE_URL'] ?? '').trim())
  return ['web', 'worker'].includes(role) && !shared ? [fault('ROLE', wordingEnv.oneWriter)] : []
}

/** A misspelt WECOM_ variable would silently start the demo. Variables of other programs are left alone. */
function misspelt(raw: RawEnv): Fault[] {
  const known = [...VARIABLE_NAMES, ...SECRETS.map(fileVariableOf)]
  const strangers = Object.keys(raw).filter(
    (name) => name.startsWith('WECOM_') && !known.includes(name) && isSet(raw, name),
  )
  return strangers.flatMap((name) => {
    const near = nearest(name, known) ?? withoutFile(name)
    return near === null ? [] : [fault(name, wordingEnv.misspelt(name, near))]
  })
}

/** Only what is secret may lie in a file. */
const withoutFile = (name: string): VariableName | null => {
  const bare = name.replace(/_FILE$/u, '')
  return isVariable(bare) ? bare : null
}

/** The demo brings its own WeCom and is one process: of several, each would play it over the same database. */
function demoInParts(env: Env): Fault[] {
  return env.demo && env.role !== 'all' ? [fault('ROLE', wordingEnv.demoInParts(env.role))] : []
}

function toEnv(values: Values): Env {
  const dataDir = values.DATA_DIR ?? './data'
  const demo = !VARIABLE_NAMES.some((name) => name.startsWith('WECOM_') && values[name] !== undefined)
  return {
    host: values.HOST ?? '127.0.0.1',
    port: values.PORT ?? 3000,
    publicUrl: values.PUBLIC_URL ?? null,
    trustedProxy: values.TRUSTED_PROXY ?? [],
    // the demo never shares a database with real cases
    databaseUrl: values.DATABASE_URL ?? `file:${dataDir}/${demo ? 'demo' : 'shaozi'}.db`,
    redisUrl: values.REDIS_URL ?? null,
    dataDir,
    identityKeysFile: values.IDENTITY_KEYS_FILE ?? join(dataDir, `identity-keys${demo ? '-demo' : ''}.json`),
    townConfig: values.TOWN_CONFIG ?? './config/town',
    role: values.ROLE ?? 'all',
    ...channels(values),
    apiBase: values.WECOM_API_BASE ?? 'https://qyapi.weixin.qq.com',
    metricsToken: values.METRICS_TOKEN ?? null,
    open: values.OPEN_DATA === 'on' ? { keysFile: values.OPEN311_KEYS ?? null } : null,
    backup: backupOf(values, dataDir),
    llm: llmOf(values),
    logLevel: values.LOG_LEVEL ?? 'info',
    demo,
    demoStory: values.DEMO_STORY !== 'none',
  }
}

function channels(values: Values): Pick<Env, 'aibot' | 'app' | 'kf'> {
  const { WECOM_AIBOT_ID: id, WECOM_AIBOT_SECRET: secret, WECOM_CORP_ID: corpId, WECOM_APP_SECRET: appSecret } = values
  const wsUrl = values.WECOM_AIBOT_WS_URL ?? 'wss://openws.work.weixin.qq.com'
  return {
    aibot: id !== undefined && secret !== undefined ? { id, secret, wsUrl } : null,
    app: corpId !== undefined && appSecret !== undefined ? appOf(values, corpId, appSecret) : null,
    kf: values.WECOM_KF_OPEN_KFID === undefined ? null : { openKfid: values.WECOM_KF_OPEN_KFID },
  }
}

/** 03:30, when what is forgotten by night is forgotten */
const BACKUP_AT = 3 * 60 + 30
const backupOf = (values: Values, dataDir: string): Env['backup'] => ({
  folder: values.BACKUP_DIR ?? join(dataDir, 'backups'),
  key: values.BACKUP_KEY ?? null,
  keyFile: values.BACKUP_KEY_FILE ?? null,
  at: values.BACKUP_AT === undefined ? BACKUP_AT : values.BACKUP_AT,
})

const LLM_MS = 3000
const llmOf = ({ LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: key, LLM_TIMEOUT_MS: ms }: Values): Env['llm'] =>
  url === undefined || model === undefined ? null : { url, model, key: key ?? null, timeout: ms ?? LLM_MS }

const appOf = (values: Values, corpId: string, secret: string): App => ({
  corpId,
  secret,
  agentId: values.WECOM_AGENT_ID ?? null,
  callbackToken: values.WECOM_CALLBACK_TOKEN ?? null,
  callbackAesKey: values.WECOM_CALLBACK_AES_KEY ?? null,
})
