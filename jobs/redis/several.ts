import { Cluster, Redis } from 'ioredis'
import type { ConnectOptions } from './options.ts'

/** Several servers that stand in for one another, as REDIS_URL names them. */
export type Several = Readonly<{
  kind: 'sentinel' | 'cluster'
  tls: boolean
  username: string | null
  password: string | null
  nodes: readonly Readonly<{ host: string; port: number }>[]
  /** what the sentinels call the server they watch */
  master: string
  db: number
  sentinelPassword: string | null
}>

const FORM = /^(redis|rediss)\+(sentinel|cluster):\/\/(?:([^@/]*)@)?([^/?@]+)(?:\/([^?]*))?(?:\?(.*))?$/u
const PORTS = { sentinel: 26_379, cluster: 6379 } as const

/**
 * `redis+sentinel://user:password@host:26379,host:26379/mymaster/0?sentinelPassword=…` and `redis+cluster://host:6379,host:6379`;
 * `rediss+…` for TLS. Null = the address of a single server.
 */
export function severalOf(url: string): Several | null {
  const found = FORM.exec(url)
  if (!found) return null
  const [, scheme, kind, account = '', hosts = '', path = '', query = ''] = found
  if (kind !== 'sentinel' && kind !== 'cluster') return null
  const [username = '', password = ''] = account.split(':', 2).map(decodeURIComponent)
  const [master = '', db = ''] = path.split('/')
  return {
    kind,
    tls: scheme === 'rediss',
    username: username || null,
    password: password || null,
    nodes: hosts.split(',').map((host) => nodeOf(host, PORTS[kind])),
    master: master || 'mymaster',
    db: Number(db) || 0,
    sentinelPassword: new URLSearchParams(query).get('sentinelPassword'),
  }
}

function nodeOf(text: string, usual: number): Several['nodes'][number] {
  const { hostname, port } = new URL(`tcp://${text}`)
  return { host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port) || usual }
}

/** One connection that follows whoever is the master. */
export function connectToSeveral(several: Several, options: ConnectOptions): Redis {
  return several.kind === 'sentinel' ? bySentinels(several, options) : toCluster(several, options)
}

type Account = Readonly<{ username?: string; password?: string; tls?: object }>

const accountOf = ({ username, password, tls }: Several): Account => ({
  ...(username === null ? {} : { username }),
  ...(password === null ? {} : { password }),
  ...(tls ? { tls: {} } : {}),
})

function bySentinels(several: Several, options: ConnectOptions): Redis {
  const { nodes, master, db, tls, sentinelPassword } = several
  return new Redis({
    ...options,
    ...accountOf(several),
    sentinels: [...nodes],
    name: master,
    db,
    enableTLSForSentinelMode: tls,
    ...(sentinelPassword === null ? {} : { sentinelPassword }),
    // whoever tries anew by himself wants to hear at once that there is none
    ...(options.retryStrategy ? { sentinelRetryStrategy: options.retryStrategy } : {}),
  })
}

/** A cluster answers to all that is asked of a connection here; only its type is another. */
function toCluster(
  several: Several,
  { retryStrategy, enableOfflineQueue, lazyConnect, ...each }: ConnectOptions,
): Redis {
  return new Cluster([...several.nodes], {
    ...(enableOfflineQueue === undefined ? {} : { enableOfflineQueue }),
    ...(lazyConnect === undefined ? {} : { lazyConnect }),
    ...(retryStrategy ? { clusterRetryStrategy: retryStrategy } : {}),
    redisOptions: { ...each, ...accountOf(several) },
  }) as unknown as Redis
}
