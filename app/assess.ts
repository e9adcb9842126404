import type { Store } from '../context.ts'
import type { AppealEntry } from '../domain/assess/appeal.ts'
import type { Assessed } from '../domain/assess/assessed.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Entry } from '../domain/book/entry.ts'
import type { Town } from '../domain/town.ts'
import { assessmentsOf, type Assessment } from '../domain/assess/assessment.ts'
import { FROZEN } from '../domain/assess/publish.ts'
import type { LeftOut } from '../domain/assess/score.ts'
import { ofKind } from '../domain/book/entry.ts'
import { dayOf, MINUTE } from '../domain/calendar/zone.ts'
import { spanOf } from '../domain/feedback/month.ts'

type Reads = Pick<Store, 'happened' | 'entries' | 'timeline' | 'newestEvent'>
/** What the figures are counted with. */
export type Around = Readonly<{ towns: readonly Town[]; calendar: Calendar; now: Date }>
export type MonthAsked = Readonly<{ town: string; month: string }>

/** More than a county has townships and heads who object in a month. */
const MOST = 5000

/** The assessment of a township for a month: as it was frozen, or counted from the log just now. Null: there is no such township. */
export type Assessor = (asked: MonthAsked) => Promise<Assessed | null>

/** So long the figures of a moment ago are those of now where nothing happened since; after that, something may have come to be late. */
const FRESH_MS = MINUTE

/** Months that are remembered: those of a trend, and one that somebody looks at beside. */
const KEPT = 7

type Counted = Readonly<{ seq: number; around: Around; all: Promise<readonly Assessment[]> }>

/** One look at the log answers all who ask for the same month while nothing happens. */
export function assessor(store: Reads, around: () => Around): Assessor {
  const counted = new Map<string, Counted>()
  return async ({ town, month }) => {
    const present = around()
    if (!present.towns.some(({ code }) => code === town)) return null
    // read first: what happens meanwhile is counted anew rather than forgotten
    const seq = await store.newestEvent()
    const book = await store.entries({ kinds: ['assessment', 'appeal'], since: spanOf(month).since, limit: MOST })
    const months = ofKind(book, 'assessment').filter(({ data }) => data.month === month)
    const all = ofKind(book, 'appeal').filter(({ data }) => data.month === month)
    const appeals = all.filter((each) => each.town === town).toReversed()
    const own = months.find((each) => each.town === town)
    if (own?.state === 'frozen') return { ...(await frozen(store, own)), appeals }
    const known = counted.get(month)
    const fresh =
      known && isFresh(known, seq, present)
        ? known
        : { seq, around: present, all: countAll(store, present, month, months, all) }
    keep(counted, month, fresh)
    const found = await fresh.all.catch((error: unknown) => {
      // the next one tries again
      counted.delete(month)
      throw error
    })
    const assessment = found.find((each) => each.town === town)
    return assessment ? { assessment, sealed: null, appeals } : null
  }
}

/** The one that was asked for the longest time ago goes. */
function keep(counted: Map<string, Counted>, month: string, fresh: Counted): void {
  counted.delete(month)
  counted.set(month, fresh)
  const [oldest] = counted.keys()
  if (counted.size > KEPT && oldest !== undefined) counted.delete(oldest)
}

const isFresh = (last: Counted, seq: number, { towns, now }: Around): boolean =>
  last.seq === seq && last.around.towns === towns && Math.abs(now.getTime() - last.around.now.getTime()) < FRESH_MS

async function countAll(
  store: Reads,
  { towns, calendar, now }: Around,
  month: string,
  months: readonly Entry<'assessment'>[],
  appeals: readonly AppealEntry[],
): Promise<readonly Assessment[]> {
  const happened = await store.happened({ ...spanOf(month), now })
  const states = new Map(months.map(({ town, state, at }) => [town, { state, shownOn: dayOf(at) }] as const))
  return assessmentsOf(towns, { month, now, calendar, happened, leftOut: leftOutOf(appeals), states })
}

/** Word for word as it stands in the log. */
async function frozen(store: Reads, entry: Entry<'assessment'>): Promise<Omit<Assessed, 'appeals'>> {
  const event = (await store.timeline(entry.id)).findLast(({ type }) => type === FROZEN)
  const text = event?.data['report']
  const sha256 = event?.data['sha256']
  if (typeof text !== 'string' || typeof sha256 !== 'string') throw new Error(`the log does not hold ${entry.no}`)
  return { assessment: JSON.parse(text) as Assessment, sealed: { text, sha256 } }
}

function leftOutOf(appeals: readonly AppealEntry[]): ReadonlyMap<string, readonly LeftOut[]> {
  const agreed = appeals.filter(({ state }) => state === 'agreed')
  const codes = [...new Set(agreed.map(({ town }) => town))]
  const out = ({ data: { unit, indicator, caseNo } }: AppealEntry): LeftOut => ({ who: unit, indicator, caseNo })
  return new Map(codes.map((code) => [code, agreed.filter(({ town }) => town === code).map(out)]))
}
