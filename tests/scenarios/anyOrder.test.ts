import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERBS } from '../../domain/command/parsed.ts'
import { wordsFor } from '../../domain/command/wording.ts'
import type { Bubble } from '../../simulator/api.ts'
import { openHouse, type House } from './house.ts'
import { CASE_NO, STALL } from './story.ts'

/** One of each role, some of them of the unit that has the case, some not. */
const PEOPLE = [
  'v-lihua',
  'v-zhaomin',
  'u-zhangwei',
  'u-wangfang',
  'u-liqiang',
  'u-shenhao',
  'u-guodong',
  'u-zhouting',
  'u-hepeng',
  'u-chenzhen',
  'u-songming',
  'u-baixue',
] as const

/** What people may write behind an order: what fits, and what does not. */
const RESTS = [
  '',
  '城管中队',
  '派出所 需要两个人维持秩序',
  '摊位已劝离，垃圾已清走',
  '2天 还在等材料',
  '理由：证据还不够',
  '罚款 200',
  '王小明 男 青石镇王家村',
  '2026-12-10',
  '同意',
  '好',
] as const

type Step =
  | Readonly<{ does: 'says'; who: string; verb: string; numbered: boolean; rest: string }>
  | Readonly<{ does: 'taps'; who: string; card: number; button: number; stale: boolean }>
  | Readonly<{ does: 'waits'; for: string }>

const says = fc.record({
  does: fc.constant('says' as const),
  who: fc.constantFrom(...PEOPLE),
  // a person who has himself forgotten ends the story, and what is learnt by night has tests of its own
  verb: fc.constantFrom(...VERBS.filter((verb) => !['erase', 'erase-sure', 'classifier'].includes(verb))),
  numbered: fc.boolean(),
  rest: fc.constantFrom(...RESTS),
})
const taps = fc.record({
  does: fc.constant('taps' as const),
  who: fc.constantFrom(...PEOPLE),
  card: fc.nat(200),
  button: fc.nat(5),
  stale: fc.boolean(),
})
const waits = fc.record({ does: fc.constant('waits' as const), for: fc.constantFrom('20m', '3h', '1d', '4d') })
const steps: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: says, weight: 6 },
  { arbitrary: taps, weight: 4 },
  { arbitrary: waits, weight: 1 },
)

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

async function take(at: House, step: Step, caseNo: string): Promise<void> {
  if (step.does === 'waits') return at.forward(step.for)
  if (step.does === 'says') {
    const [word] = wordsFor(VERBS.find((verb) => verb === step.verb) ?? 'help')
    return at.person(step.who).says([word, step.numbered ? caseNo : '', step.rest].filter(Boolean).join(' '))
  }
  const cards = cardsOf(at, step.who)
  const card = cards[step.card % Math.max(1, cards.length)]
  const keys = card ? keysOf(card) : []
  const key = keys[step.button % Math.max(1, keys.length)]
  if (card && key) await at.person(step.who).taps(card, key, step.stale ? { stale: true } : {})
}

/** The invariants of the design, as they can be seen in the rows. */
async function holds(at: House): Promise<void> {
  const now = at.clock.now().getTime()
  const rows = (query: string) => at.rowsOf(query)
  expect(await rows(`SELECT "note" FROM "inbox" WHERE "status" <> 'done'`), 'every message was dealt with').toEqual([])
  expect(
    await rows(`SELECT "key" FROM "outbox" WHERE "status" = 'pending' AND "dueAt" < ${now - 60_000}`),
    'what was to be said was said',
  ).toEqual([])
  expect(
    await rows(
      `SELECT "caseNo", "stage" FROM "task" WHERE "stage" IN ('triage', 'dispatched', 'signed', 'arrived', 'disputed') AND "mergedInto" IS NULL AND "id" NOT IN (SELECT "subject" FROM "timer") AND "id" NOT IN (SELECT e."taskId" FROM "entry" e JOIN "timer" t ON t."subject" = e."id" WHERE e."taskId" IS NOT NULL)`,
    ),
    'every open case has a live timer, of its own or of what it waits for',
  ).toEqual([])
  expect(
    await rows(
      `SELECT t."kind", k."stage" FROM "timer" t JOIN "task" k ON k."id" = t."subject" WHERE k."stage" IN ('closed', 'withdrawn') AND t."kind" IN ('sign', 'arrive', 'finish', 'quiet', 'rule')`,
    ),
    'the clocks of a case that is over stand still',
  ).toEqual([])
  expect(
    await rows(
      `SELECT e."no", e."state" FROM "entry" e WHERE e."dueAt" IS NOT NULL AND e."id" NOT IN (SELECT "subject" FROM "timer")`,
    ),
    'what is due in the book has a timer',
  ).toEqual([])
  expect(
    await rows(`SELECT "kind" FROM "timer" WHERE "dueAt" < ${now - 60_000}`),
    'nothing is overdue by itself',
  ).toEqual([])
}

describe('any order of orders, by anybody', () => {
  it('loses nothing, leaves nothing hanging, and breaks no chain', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 16 }), async (story) => {
        const house = await openHouse()
        await house.person('v-lihua').says(STALL)
        const caseNo = CASE_NO.exec(house.expects('v-lihua', CASE_NO).content)?.[0] ?? ''
        await house.person('u-zhangwei').says(`签收 ${caseNo}`)
        for (const step of story) await take(house, step, caseNo)
        await house.settled()
        await holds(house)
        house.readsAll()
        await house.close()
      }),
      { numRuns: 10 },
    )
  })
})
