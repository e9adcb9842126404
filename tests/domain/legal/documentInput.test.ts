import { describe, expect, it } from 'vitest'
import type { NewAttachment } from '../../../domain/decision.ts'
import { picturesFor } from '../../../domain/legal/documentEvidence.ts'
import { documentInput, type Material } from '../../../domain/legal/documentInput.ts'
import { mayGiveNumbers, mayHaveDocuments } from '../../../domain/legal/documentReaders.ts'
import { understoodOf, type Task } from '../../../domain/task.ts'
import { KINDS, type DocumentInput, type DocumentKind } from '../../../domain/legal/documentShape.ts'
import { station } from '../township.ts'
import { lookWith, step, TASK, TOWN, type Change } from './look.ts'

const FINE = { sort: 'fine', fine: 500, text: '罚款 500', value: null } as const
const MORE = { sort: 'fine', fine: 2000, text: '没收秤一台，罚款 2000', value: null } as const
const decided: Change = { state: 'decided', more: [step('decided', '2026-03-12', FINE)] }

const file = (more: Partial<NewAttachment> = {}): NewAttachment => ({
  id: 'a',
  taskId: TASK.id,
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  bytes: 1000,
  name: null,
  by: 'u-one',
  at: new Date('2026-03-09T02:00:00Z'),
  fault: null,
  source: 'image',
  ...more,
})

const material = (more: Partial<Material> = {}): Material => ({
  docNo: '文号',
  draft: false,
  files: [],
  pictures: [],
  admitted: false,
  ...more,
})

const input = (kind: DocumentKind, change: Change = {}, more: Partial<Material> = {}): DocumentInput =>
  documentInput(lookWith(change), kind, material(more))

describe('what a document says', () => {
  it.each<readonly [DocumentKind, Change, Partial<DocumentInput>]>([
    [
      'filing-approval',
      {},
      { day: '2026-03-03', decision: '建议立案调查。', amount: null, payment: null, closing: null },
    ],
    ['inspection-record', {}, { day: null, decision: null, facts: '占道摆摊', amount: null }],
    [
      'correction-order',
      { more: [{ ...step('ordered', '2026-03-10'), note: '三日内清走' }] },
      { day: '2026-03-10', decision: '三日内清走', amount: null, service: null },
    ],
    [
      'correction-order',
      { more: [{ ...step('ordered', '2026-03-10', { until: '2026-03-20' }), note: '清走摊位。' }] },
      { decision: '清走摊位，限2026年3月20日前改正完毕。' },
    ],
    ['penalty-notice', {}, { day: '2026-03-10', decision: '给予罚款的行政处罚。', amount: 500 }],
    ['penalty-notice', { without: ['noticed', 'defended'] }, { day: '2026-03-12', amount: 500 }],
    [
      'penalty-notice',
      { without: ['noticed', 'defended'], file: { proposal: MORE } },
      {
        decision: '没收秤一台，罚款 2000',
        amount: 2000,
        rights: { statementDays: 3, hearingDays: 5, reviewOrgan: null, court: null },
      },
    ],
    // a lighter one after he was told: this paper says what he was told
    ['penalty-notice', { file: { proposal: { ...FINE, fine: 300 } } }, { amount: 500 }],
    [
      'penalty-decision',
      decided,
      {
        day: '2026-03-12',
        amount: 500,
        docNo: '文号',
        rights: { statementDays: 3, hearingDays: null, reviewOrgan: null, court: null },
      },
    ],
    ['spot-decision', { ...decided, file: { procedure: 'simple' } }, { day: '2026-03-12', amount: 500 }],
    [
      'service-receipt',
      {
        ...decided,
        file: { documents: [{ kind: 'penalty-decision', docNo: '决 1', day: '', sha256: null, name: null }] },
      },
      {
        service: {
          documents: [{ name: '行政处罚决定书', docNo: '决 1' }],
          receiver: '王大山',
          way: null,
          place: null,
          at: null,
        },
      },
    ],
    [
      'closing-approval',
      {
        state: 'closed',
        more: [
          step('decided', '2026-03-12', FINE),
          step('paid', '2026-03-13', { amount: 500 }),
          { ...step('closed', '2026-03-14'), note: '已改正' },
        ],
        file: { documents: [{ kind: 'penalty-decision', docNo: '决 1', day: '', sha256: null, name: null }] },
      },
      {
        docNo: '决 1',
        day: '2026-03-14',
        closing: { filedOn: '2026-03-03', execution: '罚款500元，已缴纳500元。\n已改正' },
      },
    ],
  ])('%s %#', (kind, change, expected) => expect(input(kind, change)).toMatchObject(expected))

  it.each([
    [
      'the decision, though the notice was printed once more',
      decided,
      ['penalty-decision', 'penalty-notice'],
      '决定书',
    ],
    [
      'the notice that waits, not the order printed later',
      { without: ['noticed'] },
      ['penalty-notice', 'correction-order'],
      '告知书',
    ],
    ['what was made last', {}, ['penalty-notice', 'correction-order'], '通知书'],
  ] satisfies readonly (readonly [string, Change, readonly string[], string])[])(
    'a receipt is of %s',
    (_what, change, kinds, title) => {
      const documents = kinds.map((kind, i) => ({ kind, docNo: `${i}`, day: '', sha256: null, name: null }))
      const { service } = input('service-receipt', { ...change, file: { documents } })
      expect(service?.documents.map(({ name }) => name)).toEqual([expect.stringContaining(title)])
    },
  )

  it('is a blank where nothing is known', () => {
    const bare: Change = {
      without: ['named', 'stated', 'investigated', 'proposed', 'noticed', 'defended'],
      file: { party: null, facts: null, proposal: null, discretion: null },
    }
    for (const kind of KINDS)
      expect(input(kind, bare, { docNo: null })).toMatchObject({
        ...{ facts: null, amount: null, payment: null, discretion: null, review: null, docNo: null, place: null },
        party: { name: null, id: null },
        basis: [],
      })
  })

  it('is in the name of who lent the power, with the township beside it', () => {
    expect(input('penalty-decision', decided).organ).toEqual({ name: '青石镇人民政府', agent: null })
    const lent = { organ: '县城市管理局', delegation: '委〔2026〕1号' }
    expect(input('penalty-decision', { ...decided, file: lent }).organ).toEqual({
      name: '县城市管理局',
      agent: '青石镇人民政府',
    })
  })

  it('names the laws of the item, the officers with their licences, the pay and its surcharge', () => {
    const made = input('penalty-decision', { ...decided, file: { legalBasis: '《甲法》第一条；《乙条例》' } })
    expect(made.basis).toEqual([
      { article: '《甲法》第一条', text: null },
      { article: '《乙条例》', text: null },
    ])
    expect(made.officers).toEqual([
      { name: 'u-one', licence: '执法-1' },
      { name: 'u-two', licence: '执法-1' },
    ])
    expect(made.payment).toMatchObject({ days: 15, bank: null })
    expect(made.payment?.surcharge).toContain('3%加处罚款，加处罚款的数额不超过罚款的数额')
  })

  it('has the opinion of who reviewed it', () => {
    const more = [{ ...step('reviewed', '2026-03-12'), note: '同意' }]
    expect(input('closing-approval', { more }).review).toMatchObject({ result: '同意', reviewer: 'u-one' })
  })

  it('takes what two officers confirmed on the spot', () => {
    const look = lookWith()
    const data = { when: '2026-03-02 11:00', place: '王家村村口', seen: '摊位两处', digest: 'd', by: 'u-two' }
    const record = { ...look.entry, kind: 'record', state: 'confirmed', no: 'QS-BL2026-0001', data }
    const entries = [look.entry, record as unknown as typeof look.entry]
    const seen = { ...look, hand: { ...look.hand, entries } }
    const text = file({ sha256: 'd', source: 'file', mime: 'text/plain', name: '.txt' })
    const made = documentInput(seen, 'inspection-record', material({ files: [text] }))
    expect(made).toMatchObject({ place: '王家村村口', facts: '摊位两处', from: new Date('2026-03-02T03:00:00Z') })
    expect(made.evidence).toMatchObject([{ name: '现场检查笔录（QS-BL2026-0001）', sha256: 'd', by: 'u-two' }])
    expect(made.evidence).toHaveLength(1)
  })
})

describe('who reported it', () => {
  const staff = { userid: 'u-one', chat: { type: 'single', id: 'u-one' } } as const

  it.each([
    ['群众反映', {}, false],
    ['巡查发现', { task: { reporters: [staff] } }, false],
    ['上级交办', {}, true],
  ] as const)('is no more than %s', (said, change: Change, admitted) =>
    expect(input('filing-approval', change, { admitted }).source).toBe(said),
  )

  it('is in no document, nor is what he wrote or sent', () => {
    const files = [file({ by: 'v-lihua', id: 'his' }), file({ id: 'ours' })]
    const change = { ...decided, task: { text: '我是李华，隔壁占道' } }
    for (const kind of KINDS) {
      const made = input(kind, change, { files })
      expect(JSON.stringify(made)).not.toMatch(/lihua|李华/u)
      expect(made.evidence).toHaveLength(1)
    }
    expect(picturesFor(lookWith(), files).map(({ id }) => id)).toEqual(['ours'])
    const reported = lookWith({ task: { reporters: [staff] } })
    expect(picturesFor(reported, [file()])).toEqual([])
  })
})

it('prints the twelve newest pictures that fit, oldest first', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 2, day))
  const all = Array.from({ length: 15 }, (_, day) => file({ id: `p${day}`, at: at(day + 1) }))
  const shown = picturesFor(lookWith(), [...all, file({ id: 'pdf', mime: 'application/pdf', at: at(20) })])
  expect(shown.map(({ id }) => id)).toEqual(all.slice(3).map(({ id }) => id))
  const large = [file({ id: 'old', bytes: 30 << 20, at: at(1) }), file({ id: 'new', bytes: 30 << 20, at: at(2) })]
  expect(picturesFor(lookWith(), large).map(({ id }) => id)).toEqual(['new'])
})

describe('who may have the documents', () => {
  const person = (userid: string, more: object) => ({ ...TOWN.people[0]!, userid, name: userid, ...more })
  const town = {
    ...TOWN,
    stations: [...TOWN.stations, station('guide')],
    people: [
      ...TOWN.people,
      person('u-other', { station: 'paichu' }),
      person('u-guide', { station: 'guide' }),
      person('u-review', { station: null, roles: ['reviewer'] }),
      person('u-command', { station: null, roles: ['dispatcher'] }),
      person('u-watch', { station: null, roles: ['supervisor'] }),
    ],
  }
  it.each([
    ['u-one', true, true],
    ['u-head', true, true],
    ['u-guide', true, false],
    ['u-review', true, false],
    ['u-command', true, false],
    ['u-watch', true, false],
    ['u-leader', false, false],
    ['u-other', false, false],
    ['v-lihua', false, false],
  ])('%s: %s, with a number: %s', (userid, may, gives) => {
    const guided: Task = { ...TASK, understood: { ...understoodOf(TASK), guide: 'guide' } }
    expect(mayHaveDocuments(guided, town, userid)).toBe(may)
    expect(mayGiveNumbers(guided, town, userid)).toBe(gives)
  })

  it('a reviewer of another township has those that he is given', () => {
    expect(mayHaveDocuments(TASK, town, 'u-elsewhere', true)).toBe(true)
    expect(mayHaveDocuments(TASK, town, 'u-other', true)).toBe(false)
  })
})
