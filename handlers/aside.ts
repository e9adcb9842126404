import type { Question } from '../domain/decision.ts'
import { knowsNoPlace } from '../domain/command/answers.ts'
import { parse, type Verb } from '../domain/command/parse.ts'
import { findPlace } from '../domain/route/place.ts'
import { isRelative } from '../domain/route/spot.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'
import { placeAnswer } from '../domain/understand/aside.ts'
import { isReproach } from '../domain/understand/reproach.ts'
import { askPlace } from './ask.ts'
import { commands } from './commands.ts'
import { othersBusiness, tellElsewhere } from './elsewhere.ts'
import { NOT_LISTED } from './lookup.ts'
import { namesMatter } from './matter.ts'
import { homeTown, open } from './open.ts'
import { stored } from './stored.ts'
import { talkIn } from './talk.ts'
import { mayAsk, type Result, type Turn } from './turn.ts'

type Asked = Extract<Question, { asks: 'place' }>

/** What may be asked of the bot while it asks where. */
const ASIDES: readonly Verb[] = ['who-handles', 'mindmap', 'help', 'on-duty']

/** Said in place of the answer to 「在哪里」: a question of his own, another matter, more of what is wrong. Null where it may be a place. */
export async function besidePlace(turn: Turn, question: Asked, said: string): Promise<Result | null> {
  if (said === '' || isPlain(turn, question, said)) return null
  const asked = await ownQuestion(turn, said)
  if (asked) return withQuestion(asked, question)
  return (await othersMatter(turn, question, said)) ?? moreOfIt(turn, question, said)
}

/** A place, 「说不清楚」, or a reproach: they have their own answers. */
function isPlain({ world }: Turn, question: Asked, said: string): boolean {
  if (question.choices?.includes(said) || knowsNoPlace(said) || isReproach(said) || isRelative(said)) return true
  return findPlace(said, world.towns) !== null
}

async function ownQuestion(turn: Turn, said: string): Promise<Result | null> {
  const parsed = parse(said, null, 'staff')
  if (parsed.kind === 'command' && ASIDES.includes(parsed.verb)) return commands[parsed.verb](turn, null, parsed.rest)
  const talk = await talkIn(turn, said)
  return talk?.note === NOT_LISTED ? null : talk
}

/** What was asked is still to be answered. */
function withQuestion({ ask: _ask, ...result }: Result, { text }: Asked): Result {
  const again = { kind: 'ask-place', text: text.slice(0, SHOWN), emergency: false } as const
  const isAsked = result.answers?.some(({ kind }) => kind === 'ask-place')
  return isAsked ? result : { ...result, answers: [...(result.answers ?? []), again] }
}

const SHOWN = 40

/** He speaks of something that is not the township's: he is told whose it is, and what he said before becomes a case as it is. */
async function othersMatter(turn: Turn, { text, media }: Asked, said: string): Promise<Result | null> {
  const town = homeTown(turn.world, turn.speaker.town)
  const other = othersBusiness(turn, town, said)
  if (!other) return null
  const told = await tellElsewhere(turn, town, other, { place: null, text: said, media: stored(turn.files) })
  const opened = await open(turn, { town, place: null, text, media })
  return { ...told, ...(opened.decision ? { decision: opened.decision } : {}) }
}

/** More of what is wrong belongs to the report, and he is asked once more; what says nothing does not. */
async function moreOfIt(turn: Turn, question: Asked, said: string): Promise<Result | null> {
  const meant = namesMatter(turn, said) ? 'more' : placeAnswer(said)
  if (meant === 'place' || question.again || !mayAsk(turn)) return null
  const text = meant === 'more' ? `${question.text}${SAID_JOIN}${said}` : question.text
  return askPlace(turn, text, [...question.media, ...stored(turn.files)], { again: 'kindly' })
}
