/**
 * The platform takes 30 messages a minute and 1000 an hour per chat. We stay below, and normal messages leave
 * room for urgent ones. The windows are a little longer than the platform's, since frames arrive late.
 */
const MINUTE = { span: 62_000, urgent: 28, normal: 24 } as const
const HOUR = { span: 3_602_000, urgent: 950, normal: 950 } as const
const MOST_CHATS = 20_000

export type Limiter = Readonly<{
  /** Books `count` messages to a chat, or says from when on they would be free; then nothing is booked. */
  take(chat: string, count: number, urgent: boolean, now: Date): Readonly<{ ok: true } | { ok: false; until: Date }>
  chats(): number
}>

/** Sliding windows per chat, in memory. Time is an argument; a clock that is set back keeps the age of each message. */
export function makeLimiter(): Limiter {
  const sent = new Map<string, readonly number[]>()
  return {
    take(chat, count, urgent, now) {
      const at = now.getTime()
      const before = recent(sent.get(chat) ?? [], at)
      const free = Math.max(
        ...[MINUTE, HOUR].map((w) => freeAt(before, w.span, urgent ? w.urgent : w.normal, count, at)),
      )
      const ok = free <= at
      remember(sent, chat, ok ? [...before, ...Array.from({ length: count }, () => at)] : before)
      return ok ? { ok } : { ok, until: new Date(free) }
    },
    chats: () => sent.size,
  }
}

/** The instants of the last hour, ascending and not after `at`. */
function recent(times: readonly number[], at: number): readonly number[] {
  const ahead = Math.max(0, (times.at(-1) ?? at) - at)
  const mine = ahead > 0 ? times.map((t) => t - ahead) : times
  const first = mine.findIndex((t) => t > at - HOUR.span)
  return first < 0 ? [] : mine.slice(first)
}

/** When `count` more fit into the window; more than the window holds goes when it is empty. */
function freeAt(times: readonly number[], span: number, limit: number, count: number, at: number): number {
  const inside = times.filter((t) => t > at - span)
  const tooMany = inside.length + Math.min(count, limit) - limit
  const last = inside[tooMany - 1]
  return tooMany <= 0 || last === undefined ? at : last + span
}

/** The chat used longest ago is forgotten first. */
function remember(sent: Map<string, readonly number[]>, chat: string, times: readonly number[]): void {
  sent.delete(chat)
  if (times.length > 0) sent.set(chat, times)
  if (sent.size <= MOST_CHATS) return
  const oldest = sent.keys().next().value
  if (oldest !== undefined) sent.delete(oldest)
}
