import type { Question, Spot } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import { findPlace, townNamed, type Bearings, type FoundPlace } from '../domain/route/place.ts'
import { isRelative } from '../domain/route/spot.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { isReproach } from '../domain/understand/reproach.ts'
import { askPlace } from './ask.ts'
import { stored } from './stored.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

/** Where the words of a turn say something is; `spot` = a place that was shared with them. */
export function whereIs(turn: Turn, text: string, spot: Spot | null = null): FoundPlace | null {
  return findPlace(text, turn.world.towns, bearings(turn, text, spot))
}

/** What is known of where somebody is. The code he scanned says nothing about words that name another township. */
export function bearings({ world, speaker }: Turn, text: string, spot: Spot | null = null): Bearings {
  const named = townNamed(text, world.towns)
  const scanned = speaker.scanned && named && named.code !== speaker.scanned.town ? null : speaker.scanned
  return { prefer: speaker.town?.code, prior: spot ?? scanned ?? null }
}

/** The place, where it is sure. */
export const sure = (found: FoundPlace | null): FoundPlace | null => (found?.ambiguous.length === 0 ? found : null)

/** The place as far as it is known: of a name that is only heard, nothing is. */
export const written = (found: FoundPlace | null): Place | null => (found && !found.heard ? found.place : null)

type Asked = Extract<Question, { asks: 'place' }>

/** An answer that does not say where: 「村口」 of some village, a name that is only heard, a reproach. Asked once more, and kindly. */
export async function askedAgain(
  turn: Turn,
  question: Asked,
  said: string,
  found: FoundPlace | null,
): Promise<Result | null> {
  const { text } = question
  const media = [...question.media, ...stored(turn.files)]
  if (question.again || !mayAsk(turn)) return null
  if (found?.heard || (!found && isRelative(said)))
    return askPlace(turn, `${text}${SAID_JOIN}${said}`, media, { found, again: 'which' })
  return !found && isReproach(said) ? askPlace(turn, text, media, { found, again: 'kindly' }) : null
}
