import type { Fact } from './fact.ts'
import { numberIn, textIn, type Happened } from './happened.ts'
import type { Story } from './story.ts'

/** What supervisors asked of a unit, and how its files came out of the review: both stand in the events of a case. */
export const besideFacts = (events: readonly Happened[], story: Story): Fact[] => [
  ...opinionFacts(events, story),
  ...reviewFacts(events, story),
]

/** Each opinion once: was the first answer there before it was late? */
function opinionFacts(events: readonly Happened[], { caseNo }: Story): Fact[] {
  const asked = events.filter(({ type }) => type === 'opinion')
  return asked.flatMap((opinion) => {
    const own = events.filter((event) => textIn(event, 'no') === textIn(opinion, 'no'))
    const answer = own.find(({ type }) => type === 'rectified')
    const late = own.find((event) => event.type === 'opinion-late' && textIn(event, 'of') === 'open')
    const first = late && (!answer || late.at < answer.at) ? late : answer
    if (!first) return []
    return [{ measure: 'opinion', who: textIn(opinion, 'unit') ?? '', hit: first === answer, at: first.at, caseNo }]
  })
}

/** 行政处罚法 §58: a file that passes the review at the first time; what the penalty is does not matter. */
function reviewFacts(events: readonly Happened[], story: Story): Fact[] {
  const first = new Set(
    events
      .filter((event) => event.type === 'review-submitted' && numberIn(event, 'round') === 1)
      .map((event) => textIn(event, 'no')),
  )
  return events.flatMap((event) => {
    const decided = event.type === 'review-passed' || event.type === 'review-rejected'
    if (!decided || !first.has(textIn(event, 'no'))) return []
    const who = unitAt(story, event.at)
    return [{ measure: 'review', who, hit: event.type === 'review-passed', at: event.at, caseNo: story.caseNo }]
  })
}

/** The unit that had the case then, or had it last: a file outlives the answer to the report. */
const unitAt = ({ stays }: Story, at: Date): string => stays.findLast(({ from }) => from <= at)?.unit ?? ''
