/** The limits WeCom counts by: per member of the app, per day of the app, per robot, … */
export type QuotaName =
  | 'app-member'
  | 'app-day'
  | 'appchat-member'
  | 'appchat-corp'
  | 'appchat-create'
  | 'appchat-change'
  | 'robot'
  | 'kf-window'
  | 'kf-pull'
  | 'token'
  | 'ticket'
  | 'api'
  | 'aibot-chat'

type Span = Readonly<{ ms: number; most: number }>

export type Quotas = Readonly<{
  /** messages (of this quota) the platform swallowed without a word */
  dropped(quota?: QuotaName): number
  /** the most that one key ever used within any span of this length; what was refused or dropped counts as well */
  peak(quota: QuotaName, spanMs: number): number
  /** what a key used in the last `spanMs` (default: ever) */
  of(quota: QuotaName, key: string, spanMs?: number): number
  keys(quota: QuotaName): string[]
}>

export type QuotaBook = Quotas &
  Readonly<{
    /** whether another `amount` still fits into every span */
    fits(quota: QuotaName, key: string, spans: readonly Span[], amount?: number): boolean
    count(quota: QuotaName, key: string, amount?: number): void
    drop(quota: QuotaName, amount?: number): void
    clear(): void
  }>

/** Sliding windows by quota and key, kept whole for tests to read. */
export function makeQuotas(now: () => Date): QuotaBook {
  const used = new Map<QuotaName, Map<string, number[]>>()
  const dropped = new Map<QuotaName, number>()
  const timesOf = (quota: QuotaName, key: string) => used.get(quota)?.get(key) ?? []
  const since = (times: readonly number[], ms: number) => {
    const from = now().getTime() - ms
    const first = times.findLastIndex((time) => time <= from) + 1
    return times.length - first
  }
  return {
    dropped: (quota) =>
      quota ? (dropped.get(quota) ?? 0) : [...dropped.values()].reduce((sum, count) => sum + count, 0),
    peak: (quota, spanMs) => Math.max(0, ...[...(used.get(quota)?.values() ?? [])].map((t) => mostWithin(t, spanMs))),
    of: (quota, key, spanMs = Infinity) => since(timesOf(quota, key), spanMs),
    keys: (quota) => [...(used.get(quota)?.keys() ?? [])],
    fits: (quota, key, spans, amount = 1) =>
      spans.every(({ ms, most }) => since(timesOf(quota, key), ms) + amount <= most),
    count(quota, key, amount = 1) {
      const keys = used.get(quota) ?? new Map<string, number[]>()
      used.set(quota, keys)
      const times = keys.get(key) ?? []
      keys.set(key, times)
      const at = now().getTime()
      for (let n = 0; n < amount; n += 1) times.push(at)
    },
    drop: (quota, amount = 1) => void dropped.set(quota, (dropped.get(quota) ?? 0) + amount),
    clear() {
      used.clear()
      dropped.clear()
    },
  }
}

/** The most of these instants (in order) within any span of this length. */
export function mostWithin(times: readonly number[], spanMs: number): number {
  let first = 0
  let most = 0
  times.forEach((time, index) => {
    while ((times[first] ?? time) <= time - spanMs) first += 1
    most = Math.max(most, index - first + 1)
  })
  return most
}
