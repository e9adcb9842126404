import { Redis } from 'ioredis'
import type { ConnectOptions } from './options.ts'
import { connectToSeveral, severalOf } from './several.ts'

/** Before all our keys: several programs may share one Redis. */
export const PREFIX = 'shaozi'

/** Where the queue's Redis is. `label` is for logs and pages and never holds a password. */
export type RedisSource = Readonly<{
  kind: 'external' | 'private'
  label: string
  /** before all keys; a cluster keeps together what stands in braces */
  prefix: string
  connect(options: ConnectOptions): Redis
  /** Ends a private server; an external one is left alone. May be called twice. */
  close(): Promise<void>
}>

export function externalRedis(url: string): RedisSource {
  const several = severalOf(url)
  return {
    kind: 'external',
    label: withoutSecrets(url),
    prefix: several?.kind === 'cluster' ? `{${PREFIX}}` : PREFIX,
    connect: (options) => (several ? connectToSeveral(several, options) : new Redis(url, options)),
    close: () => Promise.resolve(),
  }
}

/** Host, port and database of a Redis URL; user, password and query stay out. */
export function withoutSecrets(url: string): string {
  const several = severalOf(url)
  if (several) return `${several.kind} ${several.nodes.map(({ host, port }) => `${host}:${port}`).join(', ')}`
  if (!URL.canParse(url)) return 'REDIS_URL'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
