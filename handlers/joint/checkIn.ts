import type { PartCard } from '../../domain/book/said.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Came } from '../../domain/joint/kinds.ts'
import type { Town } from '../../domain/town.ts'
import { decided } from '../../domain/book/desk.ts'
import { cannotCome, checkIn, metresOff, seen, type Answered } from '../../domain/joint/checkIn.ts'
import { ON_THE_WAY } from '../../domain/joint/wording-order.ts'
import { calledUnit, calls, rowOf, whistleFacts, type Whistle } from '../../domain/joint/roll.ts'
import { LEADING_NUMBER } from '../../domain/command/wording-number.ts'
import { fold } from '../../domain/text/fold.ts'
import { refusal, withFiles } from '../acts.ts'
import { awaited } from '../fetch.ts'
import { stored } from '../stored.ts'
import { isTap, answered, type Result, type Turn } from '../turn.ts'
import { askWords, cardIdFor, find, type Got } from './find.ts'

type Said = 'here' | 'again' | 'seen' | 'cannot'

/** 报到 n, by word, by button or with a picture; 「报到 马上到」 is not there yet. */
export const onCheckIn = byMember(async (sent, got, station) => {
  if (ON_THE_WAY.test(got.words)) return sawIt(sent, got, station)
  const turn = { ...sent, files: await awaited(sent) }
  return here(turn, got, proofOf(turn, got))
})

/** 确认收到 n. */
export const onSeen = byMember(async (turn, got, station) => sawIt(turn, got, station))

const sawIt: Work = async (turn, got, station) =>
  told(
    turn,
    got,
    station,
    'seen',
    seen(got.entry, memberOf(turn, station), got.hand?.task ?? null, got.town, turn.world),
  )

/** 来不了 n 理由. */
export const onCannot = byMember(async (turn, got, station) => {
  const { entry, town, hand } = got
  const words = withoutNumber(got.words, entry)
  if (!words && entry.state === 'called' && calls(entry, station)) return askWords('cannot-come', entry.no, 'cannot')
  const outcome = cannotCome(entry, memberOf(turn, station), words, hand?.task ?? null, town, turn.world)
  return told(turn, got, station, 'cannot', outcome)
})

/** 「来不了 1 车坏了」: its own number is no figure of the reason. */
const withoutNumber = (words: string, { seq }: Whistle): string => {
  const [whole, digits] = LEADING_NUMBER.exec(fold(words)) ?? []
  return whole && Number(digits) === seq ? words.slice(whole.length) : words
}

type Work = (turn: Turn, got: Got<'whistle'>, station: string) => Promise<Result>

function byMember(work: Work) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const station = turn.speaker.person?.station ?? null
    const mine = (whistle: Whistle) => calls(whistle, station)
    const found = await find(turn, { kind: 'whistle', states: ['called'], mine, none: 'whistle-none' }, ref, rest)
    if (!('got' in found)) return found
    return station === null ? refusal('whistle-not-called', null) : work(turn, found.got, station)
  }
}

const memberOf = ({ speaker: { userid } }: Turn, station: string) => ({ userid, station })

/** He is there: `proof` says by what we know it. */
export function here(turn: Turn, got: Got<'whistle'>, proof: Pick<Came, 'how' | 'metres'>): Result {
  const station = turn.speaker.person?.station ?? ''
  const { entry, town, hand } = got
  const outcome = checkIn(entry, memberOf(turn, station), proof, hand?.task ?? null, town, turn.world)
  const result = told(turn, got, station, 'here', outcome)
  return hand && outcome.ok ? withFiles(turn, hand, result) : result
}

function proofOf({ files }: Turn, { entry, town }: Got<'whistle'>): Pick<Came, 'how' | 'metres'> {
  return stored(files).length === 0
    ? { how: 'said', metres: null }
    : { how: 'picture', metres: takenOff(files, entry, town) }
}

/** How far from the place a picture was taken, by what it says itself. */
export function takenOff(files: Turn['files'], whistle: Whistle, town: Town): number | null {
  const [lat, lng] =
    files
      .flatMap(({ gps }) => gps ?? [])[0]
      ?.split(',')
      .map(Number) ?? []
  return lat === undefined || lng === undefined ? null : metresOff(whistle, { lat, lng }, town)
}

function told(turn: Turn, got: Got<'whistle'>, station: string, said: Said, outcome: Answered): Result {
  const now = outcome.ok ? outcome.whistle : got.entry
  const card = cardOf(turn, now, got.town, station)
  const showing = isTap(turn) && card ? { card } : {}
  if (!outcome.ok) return { ...refusal(outcome.reason, null), ...showing }
  const result: Result = {
    note: `whistle ${now.no}: ${said}`,
    ...(outcome.desk ? { decision: decided(outcome.desk) } : {}),
    ...showing,
    answers: isTap(turn) || !card ? [] : [noted(card, outcome.again ? 'again' : said)],
  }
  return answered(result)
}

const noted = ({ whistle, row }: Card, said: Said) => ({ kind: 'whistle-noted', whistle, row, said }) as const

type Card = Extract<PartCard, Readonly<{ kind: 'whistle-card' }>>

/** The card of a unit, as it is now. */
function cardOf(turn: Turn, whistle: Whistle, town: Town, station: string): Card | null {
  const called = calledUnit(whistle, station)
  if (!called) return null
  const row = rowOf(whistle, called, town, turn.world.now)
  return { kind: 'whistle-card', cardId: cardIdFor(turn, whistle.no), whistle: whistleFacts(whistle, town), row }
}
