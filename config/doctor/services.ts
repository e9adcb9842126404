import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { deafness, earsOf } from '../ears.ts'
import type { Env } from '../env.ts'
import { wordingDoctor as words } from '../wording-doctor.ts'
import { bad, type Check, fine, warning } from './check.ts'

const BINARIES = ['redis-server', 'valkey-server']

async function findBinary(path: string): Promise<string | null> {
  const candidates = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => BINARIES.map((name) => join(folder, name)))
  const usable = await Promise.all(
    candidates.map((file) =>
      access(file, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  )
  return candidates.find((_, index) => usable[index]) ?? null
}

/** The address without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url.replace(/^.*@/u, '')
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

export async function checkRedis({ redisUrl }: Env, path: string): Promise<Check> {
  if (redisUrl === 'none') return fine(words.names.redis, words.redisNone)
  if (redisUrl !== null) return fine(words.names.redis, words.redisSet(placeOf(redisUrl)))
  const binary = await findBinary(path)
  return binary
    ? fine(words.names.redis, words.redisOwn(binary))
    : warning(words.names.redis, words.redisMissing, words.redisMend)
}

export function checkChannel(env: Env): Check {
  const deaf = deafness(env)
  if (deaf) return bad(words.names.channel, deaf.words.problem, deaf.words.mend)
  const ears = earsOf(env).map((ear) => words.ears[ear])
  return fine(words.names.channel, env.demo ? words.channelDemo : words.channelFine(ears))
}

/** Shaozi speaks http: where others reach it by https there is a proxy before it, and all come from its address. */
export const checkProxy = ({ publicUrl, trustedProxy }: Env): Check[] => {
  if (!publicUrl?.startsWith('https:')) return []
  return trustedProxy.length > 0
    ? [fine(words.names.proxy, words.proxyFine(trustedProxy))]
    : [warning(words.names.proxy, words.proxyUnset, words.proxyMend)]
}

const SHORT = 16

export const checkMetricsToken = ({ metricsToken }: Env): Check[] =>
  metricsToken !== null && metricsToken.length < SHORT
    ? [warning(words.names.metrics, words.shortToken, words.shortTokenMend)]
    : []
