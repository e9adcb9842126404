import { candidates } from '../route/candidates.ts'
import { isInForce, matchDuties, type DutyMatch } from '../route/match.ts'
import { route, type Routed } from '../route/route.ts'
import type { Understood } from '../task.ts'
import type { Duty, Town } from '../town.ts'
import type { Classifier } from './classifier.ts'
import { dangerLead } from './dangerLead.ts'
import { raised } from './raised.ts'

/** From here on the classifier alone decides; below it the command room is shown the nearest units. */
export const SURE = 0.87
/** Below this even the nearest item is not worth naming. */
const NAMED = 0.5
/** What the words of the duty list are worth by themselves, by the weight of the words found. */
const WORTH = [
  { from: 25, worth: 0.95 },
  { from: 16, worth: 0.92 },
  { from: 9, worth: 0.87 },
  { from: 0, worth: 0.75 },
] as const
/**
 * A single short word gives way to a classifier that is this sure of another unit: measured on sentences it had not
 * seen, it is right in nine of ten such disputes, and below that the word is.
 */
const OVERRULED = { worth: 0.87, sure: 0.5 } as const

/** Who leads, and how that came about. */
export type Judgement = Readonly<{ routed: Routed; understood: Understood }>

type Guess = Readonly<{ duty: Duty; p: number }>

/**
 * What a text is about and who leads: the words of the duty list blended with the classifier, where there is one.
 * `day` (YYYY-MM-DD, Asia/Shanghai) decides which items are in force.
 */
export function judge(text: string, town: Town, day: string, classifier: Classifier | null): Judgement {
  const { routed: byMatter, understood: how } = judged(text, town, day, classifier)
  const routed = rescued(byMatter, text, town)
  const { level, why } = raised(text, routed.level, day)
  return { routed: { ...routed, level }, understood: { ...how, raised: why } }
}

/** Somebody is in danger: those who help lead, and the unit of the matter goes with them. */
function rescued(routed: Routed, text: string, town: Town): Routed {
  const rescue = routed.kind === 'unsure' ? null : dangerLead(text, town)
  if (rescue === null || routed.kind === 'unsure') return routed
  const { duty, level } = routed
  const helpers = routed.kind === 'routed' ? [routed.lead, ...routed.assist] : duty.assist
  const assist = [...new Set(helpers)].filter((id) => id !== rescue)
  return { kind: 'routed', duty, lead: rescue, assist, level, also: routed.kind === 'routed' ? routed.also : [] }
}

function judged(text: string, town: Town, day: string, classifier: Classifier | null): Judgement {
  const routed = route(text, town, day)
  const [best] = matchDuties(text, town.duties, day)
  const guesses = classifier ? guessesOf(classifier, text, town, day) : []
  const guess = guesses[0] ?? null
  if (!classifier || !guess) return byRules(routed, best)
  if (!best) return byModel(text, town, day, { routed, guesses, classifier })
  const worth = worthOf(best)
  const same = guesses.find(({ duty }) => duty === best.duty)?.p ?? 0
  const passesOn = guess.duty.mode === 'refer' && best.duty.mode !== 'refer' && guess.p < SURE
  if (!passesOn && guess.duty.lead !== best.duty.lead && worth <= OVERRULED.worth && guess.p >= OVERRULED.sure)
    return byModel(text, town, day, { routed, guesses, classifier, best })
  if (routed.kind === 'unsure') return settleTie(text, town, day, { routed, guesses, classifier, best })
  return { routed, understood: understood('both', 1 - (1 - worth) * (1 - same), best.words) }
}

/** Items the classifier knows and the list has in force, likeliest first. */
export function guessesOf(classifier: Classifier, text: string, town: Town, day: string): Guess[] {
  const likely = classifier.likely(text)
  return town.duties
    .flatMap((duty) => {
      const p = isInForce(duty, day) ? (likely.get(duty.name) ?? 0) : 0
      return p > 0 ? [{ duty, p }] : []
    })
    .toSorted((a, b) => b.p - a.p)
}

function byRules(routed: Routed, best: DutyMatch | undefined): Judgement {
  const by = best ? 'rules' : 'nobody'
  return { routed, understood: understood(by, best ? worthOf(best) : 0, best?.words ?? []) }
}

type Seen = Readonly<{ routed: Routed; guesses: readonly Guess[]; classifier: Classifier; best?: DutyMatch }>

function byModel(text: string, town: Town, day: string, seen: Seen): Judgement {
  const { routed, guesses, classifier } = seen
  const [guess] = guesses
  if (!guess) return { routed, understood: understood('nobody', 0, []) }
  const words = guess.p >= NAMED ? classifier.because(text, guess.duty.name) : []
  const decided = guess.p >= SURE ? ledBy(guess.duty, routed.level) : offered(text, town, day, seen)
  return { routed: decided, understood: understood('model', guess.p, words) }
}

/** The list names two units for the same words: the classifier may know better. */
function settleTie(text: string, town: Town, day: string, seen: Seen): Judgement {
  const [guess] = seen.guesses
  const tied = matchDuties(text, town.duties, day).find(({ duty }) => duty === guess?.duty)
  if (guess && tied && guess.p >= NAMED)
    return {
      routed: ledBy(guess.duty, seen.routed.level),
      understood: understood('both', Math.max(guess.p, SURE), tied.words),
    }
  return { routed: seen.routed, understood: understood('rules', NAMED, seen.best?.words ?? []) }
}

function ledBy(duty: Duty, level: Routed['level']): Routed {
  const worst = level === 'normal' ? duty.level : level
  if (duty.mode === 'refer') return { kind: 'refer', duty, level: worst }
  return {
    kind: 'routed',
    duty,
    lead: duty.lead,
    assist: duty.assist.filter((id) => id !== duty.lead),
    level: worst,
    also: [],
  }
}

function offered(text: string, town: Town, day: string, { routed, guesses, best }: Seen): Routed {
  const [likeliest, ...others] = guesses.slice(0, 3).map(({ duty }) => duty.lead)
  const first = [likeliest, best?.duty.lead, ...others].filter((lead) => lead !== undefined)
  return { kind: 'unsure', candidates: candidates(text, town, day, first), level: routed.level }
}

function worthOf({ score }: DutyMatch): number {
  return WORTH.find(({ from }) => score >= from)?.worth ?? 0
}

function understood(by: Understood['by'], confidence: number, words: readonly string[]): Understood {
  return { by, confidence: Math.round(confidence * 1000) / 1000, words: words.slice(0, 5), raised: [] }
}
