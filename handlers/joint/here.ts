import type { Came } from '../../domain/joint/kinds.ts'
import type { Spot } from '../../domain/route/nearest.ts'
import { metresOff } from '../../domain/joint/checkIn.ts'
import { calledUnit, isFar, type Whistle } from '../../domain/joint/roll.ts'
import { isKind } from '../../domain/book/entry.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { ofMyUnit } from '../cases.ts'
import { awaited } from '../fetch.ts'
import { stored } from '../stored.ts'
import type { Result, Turn } from '../turn.ts'
import { here, takenOff } from './checkIn.ts'
import { handOf } from './find.ts'

type Proof = Pick<Came, 'how' | 'metres'>

/** A place shared by somebody whose unit was called: he is there. Null where it is about something else. */
export async function hereByLocation(turn: Turn, at: Spot): Promise<Result | null> {
  const { town } = turn.speaker
  if (!town) return null
  return nearest(turn, await calledTo(turn), (whistle) => ({ how: 'location', metres: metresOff(whistle, at, town) }))
}

/** A picture alone: he is there, unless he is busy with a case of his own and it was taken somewhere else, or nowhere that is known. */
export async function hereByPicture(sent: Turn): Promise<Result | null> {
  const { town, userid } = sent.speaker
  const whistles = town && stored(sent.files).length > 0 ? await calledTo(sent) : []
  if (!town || whistles.length === 0) return null
  const turn = { ...sent, files: await awaited(sent) }
  const proof = (whistle: Whistle): Proof => ({ how: 'picture', metres: takenOff(turn.files, whistle, town) })
  const busy = (await ofMyUnit(turn, ['signed', 'arrived'])).filter(({ holder }) => holder === userid)
  const meant = whistles.filter((whistle) => {
    const others = busy.filter(({ id }) => id !== whistle.taskId)
    return others.length === 0 || isThere(proof(whistle))
  })
  return nearest(turn, meant, proof)
}

/** Open whistles of his unit for which it is not known where he is, newest first. */
async function calledTo({ ctx: { store }, speaker: { person, town, userid } }: Turn): Promise<readonly Whistle[]> {
  if (!person?.station || !town) return []
  const { station } = person
  const open = await store.entries({ town: town.code, kinds: ['whistle'], states: ['called'], limit: 50 })
  return open
    .filter((entry): entry is Whistle => isKind(entry, 'whistle'))
    .filter((whistle) => {
      const called = calledUnit(whistle, station)
      return called !== null && !called.came.some(({ by, metres }) => by === userid && metres !== null)
    })
}

const isThere = ({ how, metres }: Proof): boolean => metres !== null && !isFar({ by: '', at: '', how, metres })

/** Called to several places, he is at the one he is near to, else where he was called to last. */
async function nearest(
  turn: Turn,
  whistles: readonly Whistle[],
  proof: (whistle: Whistle) => Proof,
): Promise<Result | null> {
  const whistle = whistles.find((each) => isThere(proof(each))) ?? whistles[0]
  if (!whistle || !turn.speaker.town) return null
  const hand = await handOf(turn, whistle)
  if (hand && isBarred(hand.task, hand.town, turn.speaker.userid)) return null
  return here(turn, { entry: whistle, hand, town: turn.speaker.town, words: '' }, proof(whistle))
}
