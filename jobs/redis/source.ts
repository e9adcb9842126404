import { Redis } from 'ioredis'

export type ConnectOptions = Readonly<{
  maxRetriesPerRequest: number | null
  connectTimeout: number
  enableOfflineQueue?: boolean
  commandTimeout?: number
  lazyConnect?: boolean
  retryStrategy?: (times: number) => number | null
}>

/** Where the queue's Redis is. `label` is for logs and pages and never holds a password. */
export type RedisSource = Readonly<{
  kind: 'external' | 'private'
  label: string
  connect(options: ConnectOptions): Redis
  /** Ends a private server; an external one is left alone. May be called twice. */
  close(): Promise<void>
}>

export function externalRedis(url: string): RedisSource {
  return {
    kind: 'external',
    label: withoutSecrets(url),
    connect: (options) => new Redis(url, options),
    close: () => Promise.resolve(),
  }
}

/** Host, port and database of a Redis URL; user, password and query stay out. */
export function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'REDIS_URL'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
