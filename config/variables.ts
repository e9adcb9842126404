import { z } from 'zod'
import { SECRET_KEY } from '../domain/backup/name.ts'

const blankAsUnset = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : typeof value === 'string' ? value.trim() : value

/** A variable; one that is set to nothing counts as not set. */
const variable = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional())

const link = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)))
const text = z.string().regex(/^\S+$/u)

/** All addresses (/0) would be anybody who says so himself. */
const proxy = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).refine((address) => !/\/0+$/u.test(address))

const DATABASE = /^(file:.+|postgres(ql)?:\/\/.+)$/u
const REDIS = /^(none|rediss?(\+sentinel|\+cluster)?:\/\/.+|unix:\/\/.+|\/.+)$/u
/** A `#` or `/` in a password that was not written as %23 or %2F cuts the address short. */
const isAddress = (text: string): boolean => !/^(rediss?|postgres(ql)?):/u.test(text) || URL.canParse(text)

/** Every environment variable Shaozi reads (design §4.1), each by its own form; what they mean together is in readEnv.ts. */
export const Variables = z.object({
  HOST: variable(text),
  PORT: variable(
    z
      .string()
      .regex(/^\d{1,5}$/u)
      .transform(Number)
      .refine((port) => port <= 65535),
  ),
  PUBLIC_URL: variable(link('http', 'https').transform((address) => address.replace(/\/+$/u, ''))),
  TRUSTED_PROXY: variable(
    z
      .string()
      .transform((list) => list.split(/[,，、\s]+/u).filter((address) => address !== ''))
      .pipe(z.array(proxy).min(1)),
  ),
  DATABASE_URL: variable(z.string().regex(DATABASE).refine(isAddress)),
  REDIS_URL: variable(z.string().regex(REDIS).refine(isAddress)),
  DATA_DIR: variable(z.string()),
  IDENTITY_KEYS_FILE: variable(z.string()),
  TOWN_CONFIG: variable(z.string()),
  ROLE: variable(z.enum(['all', 'web', 'worker'])),
  WECOM_AIBOT_ID: variable(text),
  WECOM_AIBOT_SECRET: variable(text),
  WECOM_AIBOT_WS_URL: variable(link('ws', 'wss')),
  WECOM_CORP_ID: variable(text),
  WECOM_AGENT_ID: variable(
    z
      .string()
      .regex(/^\d{1,12}$/u)
      .transform(Number),
  ),
  WECOM_APP_SECRET: variable(text),
  WECOM_CALLBACK_TOKEN: variable(z.string().regex(/^[0-9A-Za-z]{1,32}$/u)),
  WECOM_CALLBACK_AES_KEY: variable(z.string().regex(/^[0-9A-Za-z+/]{43}$/u)),
  WECOM_API_BASE: variable(link('http', 'https').transform((address) => address.replace(/\/+$/u, ''))),
  WECOM_KF_OPEN_KFID: variable(text),
  METRICS_TOKEN: variable(text),
  OPEN_DATA: variable(z.enum(['on', 'off'])),
  OPEN311_KEYS: variable(z.string()),
  BACKUP_DIR: variable(z.string()),
  BACKUP_KEY: variable(z.string().regex(SECRET_KEY)),
  BACKUP_KEY_FILE: variable(z.string()),
  BACKUP_AT: variable(
    z
      .string()
      .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/u)
      .transform((time) => (time === 'off' ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))),
  ),
  LLM_URL: variable(link('http', 'https')),
  LLM_MODEL: variable(text),
  LLM_API_KEY: variable(text),
  LLM_TIMEOUT_MS: variable(
    z
      .string()
      .regex(/^\d{2,5}$/u)
      .transform(Number),
  ),
  DEMO_STORY: variable(z.enum(['sample', 'none'])),
  LOG_LEVEL: variable(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])),
})

export type Values = z.infer<typeof Variables>
export type VariableName = keyof Values
export const VARIABLE_NAMES = Variables.keyof().options

/** What is a secret though its name does not say so: a password stands in these addresses. */
const WITH_PASSWORD: readonly VariableName[] = ['DATABASE_URL', 'REDIS_URL']

export const fileVariableOf = (name: string): string => `${name}_FILE`
const isNamed = (name: string): boolean => VARIABLE_NAMES.some((known) => known === name)

/** The variables nobody else may know. */
export const UNTOLD: readonly VariableName[] = VARIABLE_NAMES.filter(
  (name) => /_(SECRET|TOKEN|KEY|PASSWORD)$/u.test(name) || WITH_PASSWORD.includes(name),
)

/** Each of these may be given as `X_FILE`, the path of a file that holds it, instead of X. A file that is more than its secret has a variable of its own. */
export const SECRETS: readonly VariableName[] = UNTOLD.filter((name) => !isNamed(fileVariableOf(name)))

type Together = Readonly<{
  given: readonly VariableName[]
  needed: readonly VariableName[]
  /** where this one is set, the needed ones may be left out */
  unless?: VariableName
}>

/** Variables that only make sense together: when one of `given` is set, all of `needed` must be. */
export const GROUPS: readonly Together[] = [
  { given: ['LLM_URL', 'LLM_MODEL', 'LLM_API_KEY'], needed: ['LLM_URL', 'LLM_MODEL'] },
  { given: ['OPEN311_KEYS'], needed: ['OPEN_DATA'] },
  {
    given: ['WECOM_AIBOT_ID', 'WECOM_AIBOT_SECRET', 'WECOM_AIBOT_WS_URL'],
    needed: ['WECOM_AIBOT_ID', 'WECOM_AIBOT_SECRET'],
  },
  {
    given: [
      'WECOM_CORP_ID',
      'WECOM_AGENT_ID',
      'WECOM_APP_SECRET',
      'WECOM_KF_OPEN_KFID',
      'WECOM_CALLBACK_TOKEN',
      'WECOM_CALLBACK_AES_KEY',
    ],
    needed: ['WECOM_CORP_ID', 'WECOM_APP_SECRET'],
  },
  {
    // a secret that only serves 微信客服 needs no AgentId
    given: ['WECOM_APP_SECRET', 'WECOM_CORP_ID', 'WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY'],
    needed: ['WECOM_AGENT_ID'],
    unless: 'WECOM_KF_OPEN_KFID',
  },
  {
    given: ['WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY'],
    needed: ['WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY'],
  },
]
