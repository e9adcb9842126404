import type { Question } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { knowsNoPlace } from '../domain/command/answers.ts'
import { placeAsTold } from '../domain/route/asTold.ts'
import { matchDuties } from '../domain/route/match.ts'
import type { Near } from '../domain/route/nearest.ts'
import { findPlace, townNamed, type FoundPlace } from '../domain/route/place.ts'
import { placedWithin } from '../domain/route/spot.ts'
import { squeeze } from '../domain/text/fold.ts'
import { CLAUSE_JOIN, SAID_JOIN } from '../domain/triage/wording.ts'
import { ADDRESS } from '../domain/triage/wording-bare.ts'
import { placeAnswer } from '../domain/understand/aside.ts'
import { homeTown } from './open.ts'
import { openOrJoin } from './same.ts'
import { stored } from './stored.ts'
import { answered, type Result, type Turn } from './turn.ts'
import { askedAgain, bearings, sure, whereIs } from './where.ts'

/** So many characters beside the name of the place tell something. */
const LEAST_BESIDE = 3

/** The next message answers the question about the place; a place we do not know is taken as it was written. */
export async function answerPlace(
  turn: Turn,
  question: Extract<Question, { asks: 'place' }>,
  said: string,
): Promise<Result> {
  const { world, speaker } = turn
  // 「赵家湾有人摆摊」 asked for the township, 「河东镇的」: only both together say where
  const both = `${question.text}${CLAUSE_JOIN}${said}`
  const options = bearings(turn, both)
  const whole = findPlace(both, world.towns, options)
  const alone = findPlace(said, world.towns, options)
  const found = sure(alone) ?? sure(whole) ?? alone ?? whole
  const again = await askedAgain(turn, question, said, found)
  if (again) return again
  const media = [...question.media, ...stored(turn.files)]
  const named = townNamed(both, world.towns)
  const town = found?.town ?? named ?? homeTown(world, speaker.town)
  const told = () => (saysNoPlace(said) ? null : placeAsTold(said))
  // a name of several townships that he cannot say more of is a place, and no village is taken for it
  const unsure = found && found.ambiguous.length > 1 ? { code: null, name: found.place.name } : null
  const place = unsure ?? (found && !found.heard ? spotted(found, question.text) : told())
  const more = saysMore(said, place, town, world.now)
  if (more && isAddress(said, town, world.now))
    return answered(await openOrJoin(turn, { town, place, text: question.text, media, before: said }))
  const text = more ? `${question.text}${SAID_JOIN}${said}` : question.text
  return answered(await openOrJoin(turn, { town, place, text, media }))
}

/** It says where, at length: whose place it is does not say what happens there. */
const isAddress = (said: string, town: Town, now: Date): boolean =>
  ADDRESS.test(squeeze(said)) && matchDuties(said, town.duties, dayOf(now)).length === 0

const saysNoPlace = (said: string): boolean => knowsNoPlace(said) || placeAnswer(said) !== 'place'

/** 「村口有人摆摊」, and the answer 「王家村」, are 王家村村口. */
function spotted({ town, place }: FoundPlace, before: string): Place {
  const isBare = town.villages.some(({ code, name }) => code === place.code && name === place.name)
  return isBare ? placedWithin(place, before) : place
}

/**
 * The place was shared instead of told: it decides where the words left it open. What stood on the map is added where it
 * says more than the village.
 */
export async function answerPlaced(
  turn: Turn,
  question: Extract<Question, { asks: 'place' }>,
  near: Near,
  label: string,
): Promise<Result> {
  const { town, place } = sure(whereIs(turn, question.text, { town: near.town.code, place: near.place })) ?? near
  const media = [...question.media, ...stored(turn.files)]
  const text = label && label !== near.place.name ? `${question.text}${SAID_JOIN}${label}` : question.text
  return answered(await openOrJoin(turn, { town, place, text, media }))
}

/** The answer tells more than the place. */
function saysMore(said: string, place: Place | null, town: Town, now: Date): boolean {
  if ([...said].length > 15 || matchDuties(said, town.duties, dayOf(now)).length > 0) return true
  if (!place || place.code === null) return false
  return [...said].length >= [...place.name].length + LEAST_BESIDE
}
