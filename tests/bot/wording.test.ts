import { describe, expect, it } from 'vitest'
import { render } from '../../bot/render/render.ts'
import { when } from '../../bot/wording/names.ts'
import type { Facts } from '../../domain/facts.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import { everyBody } from './bodies.ts'
import { CASE_NO, chat, FACTS, row, TOWN } from './samples.ts'

const textOf = (body: NoticeBody, group = false) =>
  render([row(body, { to: group ? chat('wrG', 'group') : chat('v-1') })], [TOWN]).text
const name = (body: NoticeBody) => [body.kind, ...Object.values(body).filter((v) => typeof v === 'string')].join(' ')

/** Letters that may stand in a message: the case number and its parts. */
/** A number of the book: QS-WJ2026-0012 */
const BOOK_NO = /QS-[A-Z]{2}\d{4}-\d{4}/g
/** What is typed on the server. */
const TYPED = /npm run shaozi -- (?:evidence|verify)/g
/** What a frozen report is compared by, and how it is worked out. */
const SEAL = /校验码 [\da-f]{16}|SHA-256/g
const ENGLISH = /[A-Za-z]{2,}/g
const bare: Facts = {
  ...FACTS,
  item: null,
  place: null,
  lead: null,
  assist: [],
  signBy: null,
  arriveBy: null,
  finishBy: null,
  legalBasis: null,
  text: '',
}

describe.each([
  ['a full case', FACTS],
  ['a case of which little is known', bare],
  [
    'an emergency',
    {
      ...FACTS,
      level: 'emergency',
      holder: '张伟',
      stage: 'arrived',
      tentative: true,
      reopens: 1,
      result: '已清走',
    } as Facts,
  ],
])('the words about %s', (_what, facts) => {
  it.each(everyBody(facts).map((body) => [name(body), body] as const))('%s', (_name, body) => {
    for (const group of [false, true]) {
      const text = textOf(body, group)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|「」|：$|（）/m)
      expect(
        (text.replaceAll(BOOK_NO, '').replaceAll(TYPED, '').replaceAll(SEAL, '').match(ENGLISH) ?? []).filter(
          (word) => !CASE_NO.includes(word),
        ),
      ).toEqual([])
      expect(text).toMatch(/\p{Script=Han}/u)
      expect(text.split('\n').every((line) => line.trim() !== '')).toBe(true)
      if ('facts' in body && body.facts && !(body.kind === 'refused' && body.reason === 'unknown-case'))
        expect(text).toContain(CASE_NO)
    }
  })
})

describe('what is said', () => {
  it('of an emergency begins with whom to call', () => {
    const [first] = textOf({
      kind: 'accepted',
      facts: { ...FACTS, level: 'emergency' },
      emergency: true,
      askSpot: true,
      cut: false,
    }).split('\n')
    for (const number of ['119', '120', '110']) expect(first).toContain(number)
  })

  it('of receipt names lead, assist and when to expect what', () => {
    const text = textOf({
      kind: 'accepted',
      facts: { ...FACTS, tentative: true },
      emergency: false,
      askSpot: false,
      cut: true,
    })
    for (const words of [
      CASE_NO,
      '主办：城管中队',
      '协办：派出所、生态环境所',
      '签收：11月24日 周二 12:00 前（暂定）',
      '办结：12月1日 周二 10:00 前（暂定）',
      '太长',
    ])
      expect(text).toContain(words)
  })

  it('in a group is to be answered with a mention', () => {
    const body: NoticeBody = { kind: 'remind', facts: FACTS, clock: 'sign', share: 0.5, dueAt: FACTS.signBy! }
    expect(textOf(body)).toContain('“签收 0007”')
    expect(textOf(body, true)).toContain('“@哨子 签收 0007”')
  })

  it('in a county names the township', () => {
    const body: NoticeBody = { kind: 'assist', facts: FACTS }
    expect(render([row(body)], [TOWN, { ...TOWN, code: 'BY' }]).text).toContain('（青石镇）')
    expect(textOf(body)).not.toContain('青石镇')
  })

  it('by people cannot act as markdown', () => {
    const text = textOf({
      kind: 'task-card',
      facts: { ...FACTS, text: '[点我](javascript:1) <@all> **\n# 大' },
      cardId: 'x',
      note: null,
    })
    expect(text).toContain('「［点我］(javascript:1) ＜@all＞ ＊＊ ＃ 大」')
  })

  it('of people names them, never by userid', () => {
    const text = textOf({
      kind: 'detail',
      facts: FACTS,
      timeline: [
        { at: FACTS.signBy!, type: 'signed', by: 'u-ZhangWei', note: null },
        { at: FACTS.signBy!, type: 'opened', by: 'reporter', note: null },
      ],
      files: 0,
    })
    expect(text).toContain('签收（张伟）')
    expect(text).toContain('受理（反映人）')
  })

  it("tells a case that does not exist and a stranger's case alike", () => {
    const body = (caseNo: string): NoticeBody => ({
      kind: 'refused',
      reason: 'unknown-case',
      caseNo,
      facts: null,
      choices: [],
    })
    expect(textOf(body('QS261124-0001'))).toBe(textOf(body('QS261124-9999')))
  })
})

describe('an instant', () => {
  it.each([
    ['2026-11-24T09:30:00Z', '11月24日 周二 17:30'],
    ['2026-12-31T16:00:00Z', '1月1日 周五 00:00'],
    ['nonsense', ''],
  ])('%s is %s in Shanghai', (iso, words) => expect(when(iso)).toBe(words))
})

describe('several alerts in one message', () => {
  const remind = (n: number): NoticeBody => ({
    kind: 'remind',
    facts: { ...FACTS, caseNo: `QS261124-${String(n).padStart(4, '0')}` },
    clock: 'sign',
    share: 0.5,
    dueAt: FACTS.signBy!,
  })
  const overdue: NoticeBody = {
    kind: 'overdue',
    facts: FACTS,
    clock: 'finish',
    dueAt: FACTS.finishBy!,
    target: 'leaders',
    repeat: 0,
  }
  const merged = (...bodies: NoticeBody[]) =>
    render(
      bodies.map((b) => row(b)),
      [TOWN],
    )

  it('are grouped by kind, a line each, with number and step', () => {
    const { text, card } = merged(remind(1), overdue, remind(2))
    expect(card).toBeNull()
    const lines = text.split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain('3 件')
    expect(lines[2]).toMatch(/【签收提醒】QS261124-0001 王家村 占道经营/)
    expect(lines[3]).toMatch(/QS261124-0002/)
    expect(lines[5]).toMatch(/【办结超时】QS261124-0007/)
  })

  it('are at most twenty, and the rest is counted', () => {
    const { text } = merged(...Array.from({ length: 57 }, (_, i) => remind(i + 1)))
    expect(text.match(/QS261124/g)).toHaveLength(20)
    expect(text).toContain('还有 37 件')
  })

  it('fit into one message whatever they say', () => {
    const long = Array.from(
      { length: 25 },
      () =>
        ({
          ...overdue,
          facts: { ...FACTS, place: '长'.repeat(5000), item: '😀'.repeat(5000), lead: '名'.repeat(3000) },
        }) as NoticeBody,
    )
    expect(Buffer.byteLength(merged(...long).text)).toBeLessThanOrEqual(20_480)
  })
})
