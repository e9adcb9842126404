import { isWithin, type Fact, type Span } from './fact.ts'
import { instantIn, listIn, textIn, type Happened } from './happened.ts'

type Found = Omit<Fact, 'caseNo'>
type Read = (asked: Happened, events: readonly Happened[], span: Span) => readonly Found[]

/** What stands in the book beside the cases and counts: whistles, requests for help, parts of cases, questions of the day. */
const READ: Readonly<Record<string, Read>> = {
  'whistle-called': whistle,
  'help-asked': (asked, events, span) =>
    inTime('help', asked, events, span, ['help-agreed', 'help-refused'], ['help-lapsed']),
  'child-given': (asked, events, span) => inTime('child', asked, events, span, ['child-done'], ['child-dropped']),
  'quiz-asked': quiz,
}

export function bookFacts(events: readonly Happened[], span: Span): Fact[] {
  const [first] = events
  const read = first && READ[first.type]
  if (!first || !read) return []
  return read(first, events, span)
    .filter(({ at, who }) => who !== '' && isWithin(at, span))
    .map((found) => ({ ...found, caseNo: first.caseNo }))
}

/** Each unit that was called: there in time, or not. A whistle that ended before it was due asks nothing of who was still under way. */
function whistle(called: Happened, events: readonly Happened[], { now }: Span): Found[] {
  const due = instantIn(called, 'due')
  const ended = events.find(({ type }) => type === 'whistle-ended')?.at ?? null
  return listIn(called, 'stations').flatMap((who) => {
    const came = events.find((event) => event.type === 'whistle-came' && textIn(event, 'station') === who)?.at ?? null
    return answered('whistle', who, { due, doneAt: came, overAt: ended }, now)
  })
}

function inTime(
  measure: 'help' | 'child',
  asked: Happened,
  events: readonly Happened[],
  { now }: Span,
  done: readonly string[],
  over: readonly string[],
): Found[] {
  const at = (types: readonly string[]) => events.find(({ type }) => types.includes(type))?.at ?? null
  const who = textIn(asked, 'station') ?? ''
  return answered(measure, who, { due: instantIn(asked, 'due'), doneAt: at(done), overAt: at(over) }, now)
}

type Term = Readonly<{ due: Date | null; doneAt: Date | null; overAt: Date | null }>

function answered(measure: Fact['measure'], who: string, { due, doneAt, overAt }: Term, now: Date): Found[] {
  if (due === null) return []
  if (doneAt !== null && doneAt <= due) return [{ measure, who, hit: true, at: doneAt }]
  if ((overAt !== null && overAt < due) || due > now) return []
  return [{ measure, who, hit: false, at: due }]
}

/** Whether he answered, not whether he was right: nobody should be afraid of learning. */
function quiz(asked: Happened, events: readonly Happened[]): Found[] {
  const hit = events.some(({ type }) => type === 'quiz-answered')
  return [{ measure: 'training', who: textIn(asked, 'unit') ?? '', hit, at: asked.at }]
}
