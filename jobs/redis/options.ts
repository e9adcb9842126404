/** How a connection to Redis behaves; times in ms. */
export type ConnectOptions = Readonly<{
  maxRetriesPerRequest: number | null
  connectTimeout: number
  enableOfflineQueue?: boolean
  commandTimeout?: number
  lazyConnect?: boolean
  retryStrategy?: (times: number) => number | null
}>
