import type { Store } from '../context.ts'
import type { AppealEntry } from '../domain/assess/appeal.ts'
import type { Assessed } from '../domain/assess/assessed.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Entry } from '../domain/book/entry.ts'
import type { Town } from '../domain/town.ts'
import { assessmentsOf, type Assessment, type AssessmentState } from '../domain/assess/assessment.ts'
import { FROZEN } from '../domain/assess/publish.ts'
import type { LeftOut } from '../domain/assess/score.ts'
import { ofKind } from '../domain/book/entry.ts'
import { spanOf } from '../domain/feedback/month.ts'

type Reads = Pick<Store, 'happened' | 'entries' | 'timeline'>
/** What the figures are counted with. */
export type Around = Readonly<{ towns: readonly Town[]; calendar: Calendar; now: Date }>
export type MonthAsked = Readonly<{ town: string; month: string }>

/** More than a county has townships and heads who object in a month. */
const MOST = 5000

/** The assessment of a township for a month: as it was frozen, or counted from the log just now. Null: there is no such township. */
export async function assess(
  store: Reads,
  { towns, calendar, now }: Around,
  { town, month }: MonthAsked,
): Promise<Assessed | null> {
  if (!towns.some(({ code }) => code === town)) return null
  const { since } = spanOf(month)
  const book = await store.entries({ kinds: ['assessment', 'appeal'], since, limit: MOST })
  const months = ofKind(book, 'assessment').filter(({ data }) => data.month === month)
  const all = ofKind(book, 'appeal').filter(({ data }) => data.month === month)
  const appeals = all.filter((each) => each.town === town).toReversed()
  const own = months.find((each) => each.town === town)
  if (own?.state === 'frozen') return { ...(await frozen(store, own)), appeals }
  const happened = await store.happened({ ...spanOf(month), now })
  const states = new Map<string, AssessmentState>(months.map((each) => [each.town, each.state]))
  const counted = assessmentsOf(towns, { month, now, calendar, happened, leftOut: leftOutOf(all), states })
  const assessment = counted.find((each) => each.town === town)
  return assessment ? { assessment, sealed: null, appeals } : null
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
