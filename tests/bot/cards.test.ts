import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCard } from '../../bot/render/check.ts'
import { render } from '../../bot/render/render.ts'
import { STAGES } from '../../domain/task.ts'
import type { Facts } from '../../domain/facts.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import { everyBody } from './bodies.ts'
import { CASE_NO, FACTS, row, TOWN } from './samples.ts'

const cardOf = (body: NoticeBody) => render([row(body)], [TOWN]).card
const buttons = (body: NoticeBody) => (cardOf(body)?.button_list ?? []).map((b) => b.key)
const taskCard = (patch: Partial<Facts>): NoticeBody => ({
  kind: 'task-card',
  facts: { ...FACTS, ...patch },
  cardId: `${CASE_NO}_1`,
  note: null,
})

const nasty = fc.oneof(
  fc.constantFrom('', ' \n ', '😀', '👨\u200D👩\u200D👧', '镇'.repeat(500), '\n'.repeat(50)),
  fc.string({ unit: 'binary', maxLength: 300 }),
)
const maybe = fc.option(nasty)
const iso = fc.option(fc.constantFrom('2026-11-24T04:00:00.000Z', 'nonsense'))
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  caseNo: fc.constantFrom(CASE_NO, 'QSZH261124-123456789'),
  town: nasty,
  stage: fc.constantFrom(...STAGES),
  level: fc.constantFrom('emergency', 'urgent', 'normal'),
  item: maybe,
  place: maybe,
  text: nasty,
  lead: maybe,
  assist: fc.array(nasty, { maxLength: 30 }),
  holder: maybe,
  signBy: iso,
  arriveBy: iso,
  finishBy: iso,
  tentative: fc.boolean(),
  result: maybe,
  reopens: fc.nat(3),
  legalBasis: maybe,
})

describe('cards', () => {
  it('keep every limit of the platform, whatever the case', () => {
    fc.assert(
      fc.property(anyFacts, nasty, (facts, note) => {
        for (const body of everyBody(facts, note)) {
          const card = cardOf(body)
          if (card) expect(checkCard(card)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('exist for what can be answered by a button', () => {
    const kinds = new Set(everyBody().flatMap((body) => (cardOf(body) ? [body.kind] : [])))
    expect([...kinds].toSorted()).toEqual([
      'appeal',
      'ask-place',
      'ask-problem',
      'ask-same',
      'ask-satisfied',
      'ask-solved',
      'ask-which',
      'card-update',
      'child-card',
      'class',
      'conflict',
      'digest',
      'elsewhere',
      'exclusion',
      'extension-card',
      'file-discretion',
      'file-extension',
      'handover-card',
      'knowledge',
      'leave-card',
      'opinion',
      'paper',
      'paper-ask',
      'permit-question',
      'pictures-card',
      'progress-card',
      'quiz',
      'record-card',
      'request-card',
      'review-card',
      'revisit-ask',
      'signoff-card',
      'suspension-card',
      'swap-card',
      'task-card',
      'triage-card',
      'whistle-card',
      'whistle-roll',
      'whistle-score',
    ])
  })

  it.each([
    ['dispatched', ['sign', 'return', 'detail']],
    ['signed', ['arrive', 'feedback', 'detail']],
    ['arrived', ['feedback', 'finish', 'detail']],
    ['disputed', ['detail']],
    ['finished', ['detail']],
    ['closed', ['detail']],
    ['withdrawn', ['detail']],
  ] as const)('of a %s case offer %j', (stage, verbs) => {
    expect(buttons(taskCard({ stage }))).toEqual(verbs.map((verb) => `${verb}:${CASE_NO}`))
    expect(buttons({ kind: 'card-update', facts: { ...FACTS, stage }, cardId: `${CASE_NO}_1`, view: 'unit' })).toEqual(
      verbs.map((verb) => `${verb}:${CASE_NO}`),
    )
  })

  it('of an emergency are red, others are not', () => {
    expect(cardOf(taskCard({ level: 'emergency' }))?.source?.desc_color).toBe(2)
    expect(cardOf(taskCard({}))?.source?.desc_color).toBe(0)
  })

  it('show number, matter, place, units and the next deadline', () => {
    const shown = JSON.stringify(cardOf(taskCard({})))
    for (const words of [CASE_NO, '占道经营', '王家村', '城管中队', '派出所', '11月24日 周二 12:00', FACTS.text])
      expect(shown).toContain(words)
  })

  it('show who has it and how it ended', () => {
    const shown = JSON.stringify(cardOf(taskCard({ stage: 'finished', holder: '张伟', result: '摊位已劝离' })))
    for (const words of ['张伟', '摊位已劝离', '已办结']) expect(shown).toContain(words)
  })

  it('for the command room offer up to three units once each', () => {
    const candidates = ['a', 'b', 'b', 'c', 'd'].map((id) => ({ id, name: `${id}所` }))
    const body: NoticeBody = {
      kind: 'triage-card',
      facts: FACTS,
      cardId: `${CASE_NO}_2`,
      candidates,
      why: 'returned',
      note: '不归我们',
      by: '张伟',
    }
    expect(buttons(body)).toEqual([`assign:${CASE_NO}:a`, `assign:${CASE_NO}:b`, `detail:${CASE_NO}`])
    expect(buttons({ ...body, candidates: candidates.filter((_, i) => i !== 2) })).toEqual([
      ...['a', 'b', 'c'].map((id) => `assign:${CASE_NO}:${id}`),
      `detail:${CASE_NO}`,
    ])
    expect(JSON.stringify(cardOf(body))).toMatch(/张伟.*不归我们/)
  })

  it('ask the reporter two things apart', () => {
    expect(buttons({ kind: 'ask-solved', facts: FACTS, cardId: `${CASE_NO}_3` })).toEqual([
      `solved:${CASE_NO}`,
      `unsolved:${CASE_NO}`,
    ])
    expect(buttons({ kind: 'ask-satisfied', facts: FACTS, cardId: `${CASE_NO}_4` })).toEqual([
      `satisfied:${CASE_NO}`,
      `dissatisfied:${CASE_NO}`,
    ])
  })
})

describe('the check of a card', () => {
  const good = cardOf(taskCard({}))!
  it.each([
    [{ task_id: '' }, 'task_id'],
    [{ task_id: 'QS 1' }, 'task_id'],
    [{ task_id: 'x'.repeat(129) }, 'task_id'],
    [{ card_type: 'text_notice' }, 'card_type'],
    [{ main_title: { title: '' } }, 'main_title.title'],
    [{ main_title: { title: '长'.repeat(27) } }, 'main_title.title'],
    [{ main_title: { title: '题', desc: '长'.repeat(31) } }, 'main_title.desc'],
    [{ sub_title_text: '长'.repeat(113) }, 'sub_title_text'],
    [{ source: { desc: '长'.repeat(14) } }, 'source.desc'],
    [{ quote_area: { quote_text: '长'.repeat(113) } }, 'quote_text'],
    [{ horizontal_content_list: Array.from({ length: 7 }, () => ({ keyname: '地点' })) }, 'horizontal_content_list'],
    [{ horizontal_content_list: [{ keyname: '六个字的名字' }] }, 'keyname'],
    [{ horizontal_content_list: [{ keyname: '地点', value: '长'.repeat(27) }] }, 'value'],
    [{ button_list: [] }, 'button_list'],
    [{ button_list: [{ text: '长'.repeat(11), key: 'k' }] }, 'button text'],
    [{ button_list: [{ text: '签收', key: 'k'.repeat(1025) }] }, 'button key'],
    [
      {
        button_list: [
          { text: '签收', key: 'k' },
          { text: '退回', key: 'k' },
        ],
      },
      'same key',
    ],
  ])('refuses %j', (patch, fault) => {
    expect(checkCard(good)).toEqual([])
    expect(checkCard({ ...good, ...patch }).join()).toContain(fault)
  })
})
