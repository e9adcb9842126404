/** One frame that passed the line. `chat` is the userid or chatid it concerns, where one is known. */
export type LedgerFrame = Readonly<{
  at: Date
  /** seen from the simulator: `in` came from the bot */
  direction: 'in' | 'out'
  cmd: string
  reqId: string
  chat: string | null
  msgid: string | null
  /** what a frame of the bot was answered; null for our own frames */
  errcode: number | null
  /** never arrived: no connection, or lost on demand */
  lost: boolean
}>

/** A ledger of a long demo must not eat its memory. */
const MOST_FRAMES = 50_000

export type Ledger = Readonly<{
  frames: readonly LedgerFrame[]
  record(frame: LedgerFrame): void
  /** counts a message to a chat as WeCom does for its limits; `dropped` = silently not shown */
  count(chat: string, at: Date, dropped: boolean): void
  /** messages to a chat in the `spanMs` that end now */
  recent(chat: string, spanMs: number, now: Date): number
  /** the most messages to any one chat within any span of this length */
  peak(spanMs: number): number
  dropped(): number
  clear(): void
}>

/** Everything that went over the line, for tests to read. */
export function makeLedger(onFrame: (frame: LedgerFrame) => void): Ledger {
  const frames: LedgerFrame[] = []
  const sent = new Map<string, number[]>()
  let dropped = 0
  return {
    frames,
    record(frame) {
      frames.push(frame)
      if (frames.length > MOST_FRAMES) frames.splice(0, MOST_FRAMES / 10)
      onFrame(frame)
    },
    count(chat, at, isDropped) {
      const times = sent.get(chat) ?? []
      times.push(at.getTime())
      sent.set(chat, times)
      if (isDropped) dropped += 1
    },
    recent: (chat, spanMs, now) => (sent.get(chat) ?? []).filter((time) => time > now.getTime() - spanMs).length,
    peak: (spanMs) => Math.max(0, ...[...sent.values()].map((times) => mostWithin(times, spanMs))),
    dropped: () => dropped,
    clear() {
      frames.length = 0
      sent.clear()
      dropped = 0
    },
  }
}

function mostWithin(times: readonly number[], spanMs: number): number {
  let first = 0
  let most = 0
  times.forEach((time, index) => {
    while ((times[first] ?? time) <= time - spanMs) first += 1
    most = Math.max(most, index - first + 1)
  })
  return most
}
