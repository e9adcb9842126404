import { quotasFor, type Limit, type QuotaName } from './quotas.ts'
import { added, counting, freeAt, total, type Sent } from './window.ts'

export type { QuotaName } from './quotas.ts'

export type Taken = Readonly<{ ok: true } | { ok: false; until: Date }>
/** What a message uses up: of which quota, and whose. */
export type Use = Readonly<{ quota: QuotaName; key: string; count: number }>
/** For /metrics: how full the fullest one is (0..1), how often something had to wait, and how much went out. No ids. */
export type Usage = Readonly<{ quota: QuotaName; fullest: number; waits: number; total: number }>

export type QuotaLedger = Readonly<{
  /** Books `count` messages, or says from when on they would be free; then nothing is booked. */
  take(quota: QuotaName, key: string, count: number, urgent: boolean, now: Date): Taken
  /** the same for several quotas at once: all or nothing */
  takeAll(uses: readonly Use[], urgent: boolean, now: Date): Taken
  /** the platform says that this one has had enough: nothing more fits until then */
  shut(quota: QuotaName, key: string, until: Date): void
  /** what went out before a restart, oldest first */
  seed(sent: readonly (Use & Readonly<{ at: Date }>)[]): void
  usage(now: Date): readonly Usage[]
}>

type Book = {
  limits: readonly Limit[]
  sent: Map<string, readonly Sent[]>
  shut: Map<string, number>
  waits: number
  total: number
}

const MOST_KEYS = 20_000
/** of a corp whose size nobody told us: the smallest we are made for */
const PEOPLE = 50

/** Sliding windows in memory, each below the platform's own limit. Time is an argument. */
export function makeLedger({ people = PEOPLE }: Readonly<{ people?: number }> = {}): QuotaLedger {
  const books = new Map<QuotaName, Book>()
  for (const [name, limits] of Object.entries(quotasFor(people)))
    books.set(name as QuotaName, { limits, sent: new Map(), shut: new Map(), waits: 0, total: 0 })
  const bookOf = (quota: QuotaName): Book => {
    const book = books.get(quota)
    if (!book) throw new Error(`no quota ${quota}`)
    return book
  }

  function takeAll(uses: readonly Use[], urgent: boolean, now: Date): Taken {
    const at = now.getTime()
    const free = uses.map((use) => freeOf(bookOf(use.quota), use, urgent, at))
    const until = Math.max(at, ...free)
    // a refusal books nothing, but the windows are moved along with a clock that was set back
    for (const use of uses) write(bookOf(use.quota), until > at ? { ...use, count: 0 } : use, at)
    if (until <= at) return { ok: true }
    uses.forEach(({ quota }, i) => (bookOf(quota).waits += (free[i] ?? at) > at ? 1 : 0))
    return { ok: false, until: new Date(until) }
  }

  return {
    take: (quota, key, count, urgent, now) => takeAll([{ quota, key, count }], urgent, now),
    takeAll,
    shut: (quota, key, until) => void bookOf(quota).shut.set(key, until.getTime()),
    seed(sent) {
      for (const { at, ...use } of sent) write(bookOf(use.quota), use, at.getTime())
    },
    usage: (now) => [...books].map(([quota, book]) => ({ quota, ...fullness(book, now.getTime()) })),
  }
}

function freeOf({ limits, sent, shut }: Book, { key, count }: Use, urgent: boolean, at: number): number {
  const before = sent.get(key) ?? []
  const opens = shut.get(key) ?? at
  if (opens <= at) shut.delete(key)
  return Math.max(
    opens,
    ...limits.map((limit, i) =>
      freeAt(counting(before[i] ?? [], limit, at), limit, urgent ? limit.urgent : limit.normal, count, at),
    ),
  )
}

/** Whoever was written to longest ago is forgotten first. */
function write(book: Book, { key, count }: Use, at: number): void {
  const before = book.sent.get(key) ?? []
  const after = book.limits.map((limit, i) => added(counting(before[i] ?? [], limit, at), limit, count, at))
  book.total += count
  book.sent.delete(key)
  book.sent.set(key, after)
  const oldest = book.sent.keys().next().value
  if (book.sent.size > MOST_KEYS && oldest !== undefined) book.sent.delete(oldest)
}

function fullness({ limits, sent, waits, total: all }: Book, at: number): Omit<Usage, 'quota'> {
  const shares = [...sent.values()].flatMap((mine) =>
    limits.map((limit, i) => total(counting(mine[i] ?? [], limit, at)) / limit.urgent),
  )
  return { fullest: shares.reduce((a, b) => Math.max(a, b), 0), waits, total: all }
}
