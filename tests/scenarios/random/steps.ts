import fc from 'fast-check'
import type { Verb } from '../../../domain/command/parsed.ts'
import { wordsFor } from '../../../domain/command/wording.ts'
import type { Bubble } from '../../../simulator/api.ts'
import type { House } from '../house.ts'
import { picture } from '../pictures.ts'
import { ANYTHING, restsOf } from './words.ts'

/** What the number behind an order is of: the first or second case, something in the book, or nothing. */
type About = 'none' | 'first' | 'second' | 'book'
type Says = Readonly<{ does: 'says'; who: string; verb: Verb; about: About; nth: number; rest: string }>
export type Step =
  | Says
  | Readonly<{ does: 'quotes'; who: string; card: number; verb: Verb; rest: string }>
  | Readonly<{ does: 'sends'; who: string; verb: Verb | null; grey: number }>
  | Readonly<{ does: 'answers'; who: string; words: string }>
  | Readonly<{ does: 'taps'; who: string; card: number; button: number; stale: boolean }>
  | Readonly<{ does: 'waits'; for: string }>
  | Readonly<{ does: 'at once'; one: Says; other: Says }>

export type Cast = Readonly<{
  /** who has most to say here, and whoever else is about */
  main: readonly string[]
  others: readonly string[]
  orders: readonly Verb[]
  otherOrders: readonly Verb[]
  waits: readonly string[]
}>

/** Any order of any words and taps by anybody. */
export function anyStep({ main, others, orders, otherOrders, waits }: Cast): fc.Arbitrary<Step> {
  const who = fc.oneof(
    { arbitrary: fc.constantFrom(...main), weight: 3 },
    { arbitrary: fc.constantFrom(...others), weight: 2 },
  )
  const verb = fc.oneof(
    { arbitrary: fc.constantFrom(...orders), weight: 4 },
    { arbitrary: fc.constantFrom(...otherOrders), weight: 1 },
  )
  const words = verb.chain((one) => {
    const rest = fc.oneof(
      { arbitrary: fc.constantFrom(...restsOf(one)), weight: 5 },
      { arbitrary: fc.constantFrom(...ANYTHING), weight: 1 },
    )
    return fc.record({ verb: fc.constant(one), rest })
  })
  const about = fc.constantFrom<About>('first', 'first', 'first', 'first', 'none', 'second', 'book')
  const says = fc
    .record({ who, words, about, nth: fc.nat(9) })
    .map(({ words: said, ...rest }): Says => ({ does: 'says', ...rest, ...said }))
  const card = fc.nat(12)
  const sent = fc.constantFrom<Verb | null>(null, 'feedback', 'mark-before', 'mark-after', 'supplement', 'check-in')
  return fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
    { arbitrary: says, weight: 12 },
    {
      arbitrary: fc.record({ does: fc.constant('taps' as const), who, card, button: fc.nat(5), stale: fc.boolean() }),
      weight: 6,
    },
    {
      arbitrary: fc
        .record({ who, card, words })
        .map(({ words: said, ...rest }) => ({ does: 'quotes' as const, ...rest, ...said })),
      weight: 2,
    },
    { arbitrary: fc.record({ does: fc.constant('sends' as const), who, verb: sent, grey: fc.nat(200) }), weight: 1 },
    {
      arbitrary: fc.record({ does: fc.constant('answers' as const), who, words: fc.constantFrom(...REPLIES) }),
      weight: 1,
    },
    { arbitrary: fc.record({ does: fc.constant('waits' as const), for: fc.constantFrom(...waits) }), weight: 2 },
    { arbitrary: fc.record({ does: fc.constant('at once' as const), one: says, other: says }), weight: 2 },
  )
}

const REPLIES = [
  '同意',
  '不同意',
  '已经处理好了',
  '没解决',
  '满意',
  '等材料',
  '王家村村口有人占道摆摊',
  '李家沟有人占道摆摊',
]

/** Every card a person can see, the newest first. */
function cardsOf({ simulator }: House, who: string): Bubble[] {
  const chats = simulator.state().groups.filter(({ members }) => members.includes(who))
  return [who, ...chats.map(({ chatid }) => chatid)]
    .flatMap((chat) => simulator.chat(chat))
    .filter(({ card }) => Array.isArray(card?.['button_list']))
    .toReversed()
}

const keysOf = ({ card }: Bubble): string[] =>
  (card?.['button_list'] as readonly { key?: string }[] | undefined)?.flatMap(({ key }) => key ?? []) ?? []

const nth = <T>(of: readonly T[], index: number): T | undefined => of[index % Math.max(1, of.length)]

async function numberOf(at: House, { about, nth: index }: Says): Promise<string> {
  if (about === 'none') return ''
  const rows = await at.rowsOf(
    about === 'book'
      ? 'SELECT "no" FROM "entry" ORDER BY "at" DESC LIMIT 6'
      : 'SELECT "caseNo" AS "no" FROM "task" ORDER BY "seq"',
  )
  const numbers = rows.map((row) => (row as { no: string }).no)
  return (about === 'book' ? nth(numbers, index) : numbers[about === 'first' ? 0 : 1]) ?? ''
}

const said = (verb: Verb, ...more: readonly string[]): string => [wordsFor(verb)[0], ...more].filter(Boolean).join(' ')

/** One of them does it. */
export async function take(at: House, step: Step): Promise<void> {
  if (step.does === 'waits') return at.forward(step.for)
  if (step.does === 'at once') {
    if (step.one.who === step.other.who) return take(at, step.one)
    await Promise.all([take(at, step.one), take(at, step.other)])
    return
  }
  const person = at.person(step.who)
  if (step.does === 'says') return person.says(said(step.verb, await numberOf(at, step), step.rest))
  if (step.does === 'answers') return person.says(step.words)
  if (step.does === 'sends')
    return person.sends([{ name: 'a.png', data: picture(step.grey) }], step.verb ? said(step.verb, '0001') : undefined)
  const card = nth(cardsOf(at, step.who), step.card)
  if (!card) return
  if (step.does === 'quotes') {
    const group = card.chat === step.who ? {} : { group: card.chat }
    return person.says(said(step.verb, step.rest), { quote: card, ...group })
  }
  const key = nth(keysOf(card), step.button)
  if (key) await person.taps(card, key, step.stale ? { stale: true } : {})
}
