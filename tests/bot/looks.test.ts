import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kfMessage, MENU_LIMITS } from '../../bot/kf/message.ts'
import { checkCard } from '../../bot/render/check.ts'
import { CARD_LIMITS, LOOKS } from '../../bot/render/look.ts'
import { render, wordsOf } from '../../bot/render/render.ts'
import { split } from '../../bot/text/split.ts'
import { checkRobot } from '../../bot/webhook/check.ts'
import { robotMessages } from '../../bot/webhook/say.ts'
import { SPLIT_MARKS } from '../../bot/wording/common.ts'
import type { Facts } from '../../domain/facts.ts'
import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import { everyBody } from './bodies.ts'
import { CASE_NO, chat, FACTS, NOW, row, TOWN } from './samples.ts'

const long = fc.oneof(
  fc.constantFrom('', '😀'.repeat(400), '镇'.repeat(3000), '**粗**\n> 引 | 表', 'a'.repeat(5000)),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const facts: fc.Arbitrary<Facts> = fc
  .record({ text: long, item: fc.option(long), place: fc.option(long), lead: fc.option(long), result: fc.option(long) })
  .map((own) => ({ ...FACTS, ...own }))
const bytes = Buffer.byteLength

/** Every notice by itself, and all of them together. */
function everything(about: Facts, note: string): OutboxRow[][] {
  const rows = everyBody(about, note).map((body) => row(body, { to: { kind: 'group', id: 'grp-deaf' } }))
  return [...rows.map((one) => [one]), rows, rows.slice(0, 3)]
}

const whateverIsSaid = (check: (rows: OutboxRow[]) => void) =>
  fc.assert(
    fc.property(facts, long, (about, note) => everything(about, note).forEach(check)),
    { numRuns: 12 },
  )

describe('whatever is said', () => {
  it.each(Object.entries(LOOKS))('fits behind the door %s in words', (_name, look) => {
    whateverIsSaid((rows) => {
      for (const part of split(wordsOf(rows, [TOWN], look), SPLIT_MARKS, look.bytes)) {
        expect(bytes(part)).toBeLessThanOrEqual(look.bytes)
        expect(part.trim()).not.toBe('')
      }
    })
  })

  it.each(['aibot', 'app'] as const)('fits behind the door %s as a card', (door) => {
    whateverIsSaid((rows) => {
      const { card } = render(rows, [TOWN], LOOKS[door])
      if (card) expect(checkCard(card, CARD_LIMITS[door])).toEqual([])
    })
  })

  it('is one message to a customer, and fits', () => {
    whateverIsSaid((rows) => {
      const message = kfMessage(rows, [TOWN])
      if (message.msgtype === 'text') return expect(bytes(message.text.content)).toBeLessThanOrEqual(2048)
      const { head_content: head, list } = message.msgmenu
      expect(bytes(head)).toBeLessThanOrEqual(MENU_LIMITS.headBytes)
      expect(list.length).toBeGreaterThan(0)
      expect(list.length).toBeLessThanOrEqual(MENU_LIMITS.items)
      for (const { click } of list) {
        expect(bytes(click.id)).toBeLessThanOrEqual(MENU_LIMITS.idBytes)
        expect(bytes(click.content)).toBeLessThanOrEqual(MENU_LIMITS.contentBytes)
      }
    })
  })

  it.each([null, 'https://shaozi.example.cn'])('is taken of a robot, with the page %s', (publicUrl) => {
    whateverIsSaid((rows) => {
      const messages = robotMessages({ rows, groupId: 'grp-deaf', towns: [TOWN], publicUrl, now: NOW })
      for (const message of messages) expect(checkRobot(message)).toEqual([])
    })
  })
})

describe('a card', () => {
  it.each([
    ['aibot', 112],
    ['app', 160],
  ] as const)('of the door %s says as much as that takes', (door, limit) => {
    const body: NoticeBody = {
      kind: 'task-card',
      facts: { ...FACTS, text: '长'.repeat(500) },
      cardId: `${CASE_NO}_1`,
      note: null,
    }
    expect([...(render([row(body)], [TOWN], LOOKS[door]).card?.sub_title_text ?? '')]).toHaveLength(limit)
  })
})

describe('the words where nobody hears an answer', () => {
  const deaf = (body: NoticeBody) =>
    wordsOf([row(body, { to: chat('wrG', 'group') })], [TOWN], LOOKS.robot).replaceAll(/“[^”]*”/g, '“”')

  it.each(everyBody().map((body) => [body.kind, body] as const))('%s', (_kind, body) => {
    const [first = ''] = deaf(body).split('回复')
    expect(deaf(body)).not.toMatch(/@|直接回复|请回复/)
    if (deaf(body).includes('回复')) expect(first).toMatch(/机器人或应用里$|不能$|谢谢您的$|作$/)
  })
})
