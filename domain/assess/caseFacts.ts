import { isWithin, type Fact, type Span } from './fact.ts'
import type { Happened } from './happened.ts'
import { arrivalOf, finishOf, responseOf, signOf, type Stay, type Verdict } from './stay.ts'
import { tell, type Said, type Story } from './story.ts'
import { besideFacts } from './besideFacts.ts'

/** So many who reported the same are many. */
const MANY = 3

/** What a case adds to the figures of a month. */
export function caseFacts(events: readonly Happened[], span: Span): Fact[] {
  const story = tell(events)
  if (!story) return []
  return [
    ...story.stays.flatMap((stay) => stayFacts(story, stay, span)),
    ...roundFacts(story, span),
    ...saidFacts(story, span),
    ...story.rulings.map(({ unit, lost, at }) => fact(story, 'ruling', unit, lost, at)),
    ...placeFacts(story),
    ...besideFacts(events, story),
  ].filter(({ at, who }) => who !== '' && isWithin(at, span))
}

const fact = ({ caseNo }: Story, measure: Fact['measure'], who: string, hit: boolean, at: Date): Fact => ({
  measure,
  who,
  hit,
  at,
  caseNo,
})

function stayFacts(story: Story, stay: Stay, { now }: Span): Fact[] {
  const respond = stay.level === 'normal' ? 'respond.normal' : 'respond.key'
  const judged: readonly (readonly [Fact['measure'], Verdict])[] = [
    [respond, responseOf(stay, now)],
    ['sign', signOf(stay, now)],
    ['arrive', arrivalOf(stay, now)],
    ['finish', finishOf(stay, now)],
  ]
  const clocks = judged.flatMap(([measure, verdict]) =>
    verdict ? [fact(story, measure, stay.unit, verdict.hit, verdict.at)] : [],
  )
  return [fact(story, 'return', stay.unit, stay.returnedAt !== null, stay.from), ...clocks]
}

/** A round that was finished, or found unsolved, within the month; once, though both. What does not count for a unit is no redo, either. */
function roundFacts(story: Story, span: Span): Fact[] {
  const within = [...story.finished, ...story.redone].filter(({ at }) => isWithin(at, span))
  const keys = [...new Set(within.map(({ unit, round }) => `${round}|${unit}`))]
  return keys.flatMap((key) => {
    const of = (list: Story['redone']) =>
      list.findLast(({ unit, round, at }) => `${round}|${unit}` === key && isWithin(at, span))
    const redone = of(story.redone)
    const last = redone ?? of(story.finished)
    if (!last) return []
    const counts = redone !== undefined && !story.excluded.has(last.unit)
    return counts || of(story.finished) ? [fact(story, 'redo', last.unit, counts, last.at)] : []
  })
}

/** The last word of a round within the month counts: a call later on may say otherwise. */
function saidFacts(story: Story, span: Span): Fact[] {
  const within = story.said.filter(({ unit, at }) => isWithin(at, span) && !story.excluded.has(unit))
  const rounds = [...new Set(within.map(({ round }) => round))]
  return rounds.flatMap((round) => {
    const own = within.filter((each) => each.round === round)
    return [lastWord(story, own, 'solved'), lastWord(story, own, 'satisfied')].flat()
  })
}

function lastWord(story: Story, said: readonly Said[], measure: 'solved' | 'satisfied'): Fact[] {
  const last = said.findLast((each) => each[measure] !== null)
  return last ? [fact(story, measure, last.unit, last[measure] === true, last.at)] : []
}

/** Who saw it first is the business of the village, not of the unit that deals with it. */
function placeFacts(story: Story): Fact[] {
  const { place, found, openedAt, merged, reporters } = story
  if (place === null || found === null || openedAt === null || merged) return []
  const patrol = found === 'patrol'
  return [
    fact(story, 'found', place, patrol, openedAt),
    fact(story, 'missed', place, !patrol && reporters >= MANY, openedAt),
  ]
}
