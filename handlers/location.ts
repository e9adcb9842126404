import type { Content } from '../domain/inbound.ts'
import type { Near } from '../domain/route/nearest.ts'
import { supplement } from '../domain/case/reporter.ts'
import { placeAsTold } from '../domain/route/asTold.ts'
import { findPlace } from '../domain/route/place.ts'
import { nearestVillage } from '../domain/route/nearest.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { carryOut, factsFor } from './acts.ts'
import { inHand, reported } from './cases.ts'
import { askProblem } from './ask.ts'
import { hereByLocation } from './joint/here.ts'
import { homeTown } from './open.ts'
import { answerWhich, onRelay } from './relay.ts'
import { answerPlaced } from './answerPlace.ts'
import { openOrJoin } from './same.ts'
import { stored } from './stored.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

type Location = Extract<Content, { kind: 'location' }>

/** A shared place: the answer to 「在哪里」, the spot of a case that has none, or the beginning of a report. */
export async function onLocation(turn: Turn, location: Location): Promise<Result> {
  const near = placeOf(turn, location)
  const question = pendingQuestion(turn)
  if (question?.asks === 'place') return answerPlaced(turn, question, near, location.label)
  if (question?.asks === 'same')
    return openOrJoin(turn, { ...near, text: question.text, media: [...question.media, ...stored(turn.files)] })
  if (question?.asks === 'relay') return onRelay(turn, spoken(near, location.label))
  if (question?.asks === 'which') return answerWhich(turn, question, spoken(near, location.label))
  const here = await hereByLocation(turn, location)
  if (here) return here
  const placed = await forOwnCase(turn, near, location.label)
  if (placed) return placed
  const { media = [], text = '' } = question?.asks === 'problem' ? question : {}
  const spot = { town: near.town.code, place: near.place }
  return askProblem(turn, near.town, { text, media, spot }, { place: near.place.name })
}

/** 「王家村小卖部门口」 */
const spoken = ({ place: { name } }: Near, label: string): string => (label.includes(name) ? label : `${name}${label}`)

/** The village the point lies by; without one, what the label names, and at worst the label itself. */
function placeOf({ world, speaker }: Turn, { lat, lng, label }: Location): Near {
  const near = nearestVillage({ lat, lng }, world.towns)
  if (near) return near
  const named = findPlace(label, world.towns, { prefer: speaker.town?.code })
  if (named && named.ambiguous.length === 0) return { town: named.town, place: named.place }
  const place = placeAsTold(label || `${lat.toFixed(5)},${lng.toFixed(5)}`)
  return { town: homeTown(world, speaker.town), place }
}

/** The newest open report of the sender, where nobody knows yet in which village it is. */
async function forOwnCase(turn: Turn, { place }: Near, label: string): Promise<Result | null> {
  const [task] = await reported(turn, OPEN_STAGES)
  if (!task || task.place?.code) return null
  const hand = await inHand(turn.ctx, task)
  const words = label || place.name
  const outcome = supplement(hand, { userid: turn.speaker.userid }, words, 0, place, turn.world)
  const result = carryOut(hand, outcome, (after) => ({ kind: 'supplemented', facts: factsFor(hand, after) }))
  return { ...result, ask: null }
}
