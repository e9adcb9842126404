/**
 * The figures of a month, counted once more from the rows of the table `event` alone, by other means than the program:
 * it shares no line with domain/assess, so that both are hardly wrong in the same way.
 */
import { rowsIn } from '../invariants/books.ts'

type Row = Readonly<{ caseNo: string; type: string; at: number; data: string }>
/** What stands in one event or another. */
type Data = Readonly<{
  lead: string
  unit: string
  station: string
  from: string
  to: string
  level: string
  own?: string
  code?: string
  found?: string
  no: string
  of: string
  rounds: number
  round: number
  count: number
  solved: boolean | null
  satisfied: boolean | null
  reached: boolean
  stations: readonly string[]
  place?: Readonly<{ code: string | null }> | null
  /** one instant, or one for each clock */
  due?: unknown
}>
type Event = Readonly<{ type: string; at: number; data: Data }>
/** `unit measure` → [numerator, denominator] */
export type Counted = Record<string, readonly [number, number]>

const SHANGHAI = 8 * 3_600_000
const first = (month: string, more = 0): number => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Date.UTC(year, number - 1 + more, 1) - SHANGHAI
}

/** Counts the township's month as it was known at `now`. */
export async function countFrom(database: string, town: string, month: string, now: number): Promise<Counted> {
  const all = await rowsIn(database, 'SELECT "caseNo", "type", "at", "data" FROM "event" ORDER BY "seq"')
  const rows = (all as unknown as readonly Row[]).filter(({ at }) => at <= now)
  const counted: Counted = {}
  const within = (at: number): boolean => at >= first(month) && at < first(month, 1) && at <= now
  const count = (unit: string, measure: string, good: boolean, at: number): void => {
    if (!within(at)) return
    const [top, of] = counted[`${unit} ${measure}`] ?? [0, 0]
    counted[`${unit} ${measure}`] = [top + (good ? 1 : 0), of + 1]
  }
  const byNumber: Record<string, Event[]> = {}
  for (const { caseNo, type, at, data } of rows)
    if (new RegExp(`^${town}[-\\d]`).test(caseNo)) (byNumber[caseNo] ??= []).push({ type, at, data: JSON.parse(data) })
  for (const events of Object.values(byNumber)) {
    if (events[0]?.type === 'opened') countCase(events, count, now, within)
    else countBook(events, count, now)
  }
  return counted
}

type Count = (unit: string, measure: string, good: boolean, at: number) => void
const time = (iso: unknown): number | null => (typeof iso === 'string' ? Date.parse(iso) : null)
const clock = ({ due }: Data, name: string): unknown =>
  typeof due === 'object' && due !== null ? Reflect.get(due, name) : null
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]

/** Cuts the story where the case changes hands: each piece is one unit's. */
function pieces(events: readonly Event[]): Readonly<{ unit: string; own: Event[]; next: Event | undefined }>[] {
  const cuts: { unit: string; from: number; to: number }[] = []
  let holder: string | null = null
  events.forEach(({ type, data }, n) => {
    if (type === 'dispatched' && data.lead !== holder) {
      if (holder !== null) last(cuts)!.to = n
      cuts.push({ unit: data.lead, from: n, to: events.length })
      holder = data.lead
    }
    if (['finished', 'withdrawn', 'merged-into', 'unsolved'].includes(type) && holder !== null) {
      last(cuts)!.to = n + 1
      holder = null
    }
  })
  return cuts.map(({ unit, from, to }) => ({ unit, own: events.slice(from, to), next: events[to] }))
}

function countCase(events: readonly Event[], count: Count, now: number, within: (at: number) => boolean): void {
  let level = 'normal'
  const levelAt = new Map<Event, string>()
  for (const event of events) {
    if (event.type === 'opened') level = event.data.level
    if (event.type === 'raised') level = event.data.to
    levelAt.set(event, level)
  }
  for (const { unit, own, next } of pieces(events))
    countPiece(unit, own, next, levelAt.get(own[0]!) ?? level, count, now)
  for (const { type, data, at } of events)
    if (type === 'ruled') count(data.from, 'ruling', data.station === data.from, at)
  countSaid(events, count, within)
  countPlace(events, count)
  countOpinions(events, count)
  countReviews(events, count)
}

function countPiece(
  unit: string,
  own: Event[],
  next: Event | undefined,
  level: string,
  count: Count,
  now: number,
): void {
  const at = (type: string): number | null => own.find((event) => event.type === type)?.at ?? null
  const began = own[0]!.at
  const end = last(own)!
  const over = ['finished', 'withdrawn', 'merged-into', 'unsolved'].includes(end.type)
  const endedAt = over ? end.at : next?.type === 'dispatched' ? next.at : null
  const returned = own.filter(({ type }) => type === 'returned')
  // sent back here after the last return: lost; never sent back here: nobody may hold the clocks against it, or for it
  const lastReturn = own.findLastIndex(({ type }) => type === 'returned')
  const backAt = lastReturn < 0 ? null : (own.slice(lastReturn).find(({ type }) => type === 'dispatched')?.at ?? null)
  const notItsOwn = returned.length > 0 && backAt === null
  count(unit, 'return', returned.length > 0, began)

  let [signBy, arriveBy, finishBy]: (number | null)[] = [null, null, null]
  for (const { type, data, at: when } of own) {
    if (type === 'dispatched') {
      signBy = time(clock(data, 'sign')) ?? signBy ?? null
      arriveBy = time(clock(data, 'arrive'))
      finishBy = time(data.own) ?? time(clock(data, 'finish'))
    }
    if (type === 'raised' || type === 'recomputed') {
      signBy = time(clock(data, 'sign')) ?? signBy ?? null
      if (arriveBy !== null) arriveBy = time(clock(data, 'arrive'))
      if (finishBy !== null) finishBy = time(data.own)
    }
    if (type === 'extended') finishBy = time(data.own)
    if (type === 'suspended' && finishBy !== null && finishBy! > when) finishBy = null
    if (type === 'suspended' && arriveBy !== null && arriveBy! > when) arriveBy = null
    if (type === 'resumed' && finishBy === null) finishBy = time(data.own)
    if (type === 'transferred' && !data.station && arriveBy !== null && arriveBy! > when) arriveBy = null
  }
  const judge = (measure: string, by: number | null | undefined, done: number | null, argued: boolean): void => {
    if (by === null || by === undefined) return
    if (argued && notItsOwn) return
    if (done !== null && done <= by) return count(unit, measure, true, done)
    if (endedAt !== null && endedAt < by) return
    const spanned = argued && returned[0] !== undefined && last(returned)!.at <= by && backAt !== null && backAt > by
    const known = spanned ? backAt! : by
    if (known <= now) count(unit, measure, false, known)
  }
  const answers = ['signed', 'arrived', 'feedback', 'returned'].flatMap((type) => at(type) ?? [])
  judge(
    level === 'normal' ? 'respond.normal' : 'respond.key',
    signBy,
    answers.length ? Math.min(...answers) : null,
    false,
  )
  judge('sign', signBy, at('signed'), true)
  judge('arrive', arriveBy, at('arrived'), true)
  judge('finish', finishBy, at('finished'), true)
}

function countSaid(events: readonly Event[], count: Count, within: (at: number) => boolean): void {
  const out = new Set(events.filter(({ type }) => type === 'excluded').map(({ data }) => data.unit))
  let round = 0
  let unit = ''
  const finished: Record<string, number> = {}
  const redone: Record<string, number> = {}
  const solved: Record<string, [boolean, number]> = {}
  const satisfied: Record<string, [boolean, number]> = {}
  const everSolved: Record<number, boolean> = {}
  const say = (of: string, n: number, book: Record<string, [boolean, number]>, value: unknown, at: number): void => {
    if (typeof value === 'boolean' && within(at) && !out.has(of)) book[n] = [value, at]
  }
  const owner: Record<string, string> = {}
  for (const { type, data, at } of events) {
    if (type === 'dispatched') unit = data.lead
    if (type === 'finished' && within(at)) finished[`${unit} ${round}`] = at
    if (!['solved', 'unsolved', 'rated', 'revisited'].includes(type)) continue
    if (type === 'revisited' && data.reached !== true) continue
    const [of, n] = [data.unit, data.rounds]
    owner[n] = of
    if (type === 'unsolved') {
      if (within(at)) redone[`${of} ${n}`] = at
      round = n + 1
    }
    const word = type === 'solved' ? true : type === 'unsolved' ? false : type === 'revisited' ? data.solved : null
    const happy = type === 'rated' ? data.satisfied === true : type === 'revisited' ? data.satisfied : null
    say(of, n, solved, word ?? (happy === true && !everSolved[n] ? true : null), at)
    if (typeof word === 'boolean' || happy === true) everSolved[n] = true
    say(of, n, satisfied, happy, at)
  }
  for (const key of new Set([...Object.keys(finished), ...Object.keys(redone)])) {
    const [of = ''] = key.split(' ')
    const again = redone[key]
    if (again !== undefined && !out.has(of)) count(of, 'redo', true, again)
    else if (finished[key] !== undefined) count(of, 'redo', false, again ?? finished[key])
  }
  for (const [n, [good, at]] of Object.entries(solved)) count(owner[n] ?? '', 'solved', good, at)
  for (const [n, [good, at]] of Object.entries(satisfied)) count(owner[n] ?? '', 'satisfied', good, at)
}

function countPlace(events: readonly Event[], count: Count): void {
  const opened = events[0]!
  const placed = last(events.filter(({ type, data }) => type === 'placed' && data.code))
  const place = placed?.data.code ?? opened.data.place?.code
  const { found } = opened.data
  const merged =
    last(events.filter(({ type }) => type === 'merged-into' || type === 'unsolved'))?.type === 'merged-into'
  if (!place || !found || merged) return
  const people = Math.max(
    1,
    ...events.map(({ type, data }) => (type === 'joined' || type === 'merged' ? data.count : 1)),
  )
  count(place, 'found', found === 'patrol', opened.at)
  count(place, 'missed', found !== 'patrol' && people >= 3, opened.at)
}

function countOpinions(events: readonly Event[], count: Count): void {
  for (const { data } of events.filter(({ type }) => type === 'opinion')) {
    const ends = events.filter(
      (each) =>
        each.data.no === data.no &&
        (each.type === 'rectified' || (each.type === 'opinion-late' && each.data.of === 'open')),
    )
    if (ends[0]) count(data.unit, 'opinion', ends[0].type === 'rectified', ends[0].at)
  }
}

function countReviews(events: readonly Event[], count: Count): void {
  let unit = ''
  for (const { type, data, at } of events) {
    if (type === 'dispatched') unit = data.lead
    if (type !== 'review-passed' && type !== 'review-rejected') continue
    const round = events.find((each) => each.type === 'review-submitted' && each.data.no === data.no)?.data['round']
    if (round === 1) count(unit, 'review', type === 'review-passed', at)
  }
}

function countBook(events: readonly Event[], count: Count, now: number): void {
  const asked = events[0]!
  const find = (...types: string[]): number | null => events.find(({ type }) => types.includes(type))?.at ?? null
  const judge = (unit: string, measure: string, done: number | null, over: number | null): void => {
    const due = time(asked.data.due)
    if (due === null) return
    if (done !== null && done <= due) count(unit, measure, true, done)
    else if (!(over !== null && over < due) && due <= now) count(unit, measure, false, due)
  }
  if (asked.type === 'whistle-called')
    for (const unit of asked.data.stations) {
      const came = events.find(({ type, data }) => type === 'whistle-came' && data.station === unit)?.at ?? null
      judge(unit, 'whistle', came, find('whistle-ended'))
    }
  const { station } = asked.data
  if (asked.type === 'help-asked') judge(station, 'help', find('help-agreed', 'help-refused'), find('help-lapsed'))
  if (asked.type === 'child-given') judge(station, 'child', find('child-done'), find('child-dropped'))
  if (asked.type === 'quiz-asked' && asked.data.unit)
    count(asked.data.unit, 'training', find('quiz-answered') !== null, asked.at)
}
