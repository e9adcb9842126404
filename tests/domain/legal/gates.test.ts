import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import { CONDITIONS } from '../../../domain/legal/conditions.ts'
import { DOINGS, type Doing } from '../../../domain/legal/doings.ts'
import { blocksOf, firstBlock, GATES } from '../../../domain/legal/gates.ts'
import type { Condition } from '../../../domain/legal/said.ts'
import { takeStep } from '../../../domain/legal/take.ts'
import { FILE, lookWith, step, TOWN, type Change } from './look.ts'

const stops = (doing: Doing, change: Change, on?: string): string | null => {
  const look = lookWith(change)
  return firstBlock(on ? { ...look, on } : look, doing)?.reason ?? null
}

const BIG = { sort: 'fine', fine: 2000, text: '罚款 2000', value: null } as const
const askable = (more: Change['more'] = []): Change => ({
  file: { proposal: BIG },
  without: ['noticed', 'defended'],
  more: [step('noticed', '2026-03-10', { ...BIG, hearing: true }), step('defended', '2026-03-11'), ...more],
})
const passed = [step('submitted', '2026-03-11'), step('reviewed', '2026-03-12')]

describe('a decision', () => {
  it('is not stopped where all is as it must be', () => expect(blocksOf(lookWith(), 'decide')).toEqual([]))

  it.each<readonly [Condition, Change]>([
    ['file-over', { state: 'transferred' }],
    ['file-over', { state: 'dismissed' }],
    ['file-decided', { state: 'decided' }],
    ['file-power-now', { town: { duties: [] } }],
    ['file-power-now', { file: { organ: '县城市管理局' } }],
    ['file-officers', { file: { officers: ['u-one'] } }],
    ['file-officers', { file: { officers: ['u-one', 'u-one'] } }],
    ['file-officers', { file: { officers: ['u-one', 'u-none'] } }],
    ['file-officers', { file: { officers: ['u-one', 'u-old'] } }],
    ['file-officers', { file: { officers: ['u-one', 'u-left'] } }],
    ['file-party', { file: { party: null } }],
    ['file-facts', { file: { facts: null } }],
    ['file-date', { file: { violatedOn: null } }],
    ['file-limitation', { file: { violatedOn: '2024-03-01' } }],
    ['file-investigate', { without: ['investigated'] }],
    ['file-proposal', { file: { proposal: null } }],
    ['file-discretion', { file: { discretion: null } }],
    ['file-waived', { file: { discretion: { choice: 'waive', why: '首次' } } }],
    ['file-notice', { without: ['noticed'] }],
    ['file-anew', { more: [step('stated', '2026-03-11')] }],
    ['file-anew', { more: [step('named', '2026-03-11')] }],
    ['file-anew', { file: { proposal: { sort: 'fine', fine: 501, text: '罚款 501' } } }],
    ['file-anew', { file: { proposal: { sort: 'confiscation', fine: 500, text: '没收' } } }],
    ['file-anew', { file: { proposal: { sort: 'suspension', fine: null, text: '停业' } } }],
    ['file-heard', { without: ['defended'] }],
    ['file-heard', { without: ['defended'], today: '2026-03-13' }],
    ['file-hearing-held', askable(passed)],
    ['file-hearing-due', askable([step('hearing-asked', '2026-03-11')])],
    ['file-hearing-due', askable([step('hearing-asked', '2026-03-11'), step('hearing-notified', '2026-03-11')])],
    ['file-hold', { more: [step('hold', '2026-03-11')] }],
    ['file-review', { file: { reviewNeeded: true } }],
    ['file-review', { file: { harmful: true } }],
    ['file-review', { more: [step('submitted', '2026-03-11')] }],
    ['file-review-failed', { more: [step('submitted', '2026-03-11'), step('rejected', '2026-03-11')] }],
    ['file-review-again', { more: [...passed, step('proposed', '2026-03-12')] }],
    ['file-review-again', { more: [...passed, step('submitted', '2026-03-12')] }],
    ['file-signoff', { file: { mentor: '市城市管理局', mentorUntil: '2026-12-31' } }],
    [
      'file-signoff',
      {
        file: { mentor: '市城市管理局' },
        more: [
          step('signed-off', '2026-03-11'),
          step('noticed', '2026-03-12', { sort: 'fine', fine: 500, text: '罚款 500' }),
          step('defended', '2026-03-12'),
        ],
      },
    ],
    ['file-simple', { file: { procedure: 'simple' } }],
  ])('is stopped by %s', (reason, change) => expect(stops('decide', change)).toBe(reason))

  it.each<readonly [string, Change]>([
    ['the term to speak is over', { without: ['defended'], today: '2026-03-14' }],
    [
      'somebody was harmed and it is not five years ago',
      { file: { violatedOn: '2022-03-01', harmful: true }, more: passed },
    ],
    ['it is on the last day of two years', { file: { violatedOn: '2024-03-02' } }],
    ['the penalty is lighter than he was told', { file: { proposal: { sort: 'warning', fine: null, text: '警告' } } }],
    ['he may ask for a hearing and does not', { ...askable([...passed, step('hearing-waived', '2026-03-12')]) }],
    ['he asked for no hearing in five working days', { ...askable(passed), today: '2026-03-18' }],
    [
      'the hearing was held, and the review after it passed',
      askable([
        step('hearing-asked', '2026-03-11'),
        step('hearing-notified', '2026-03-11'),
        step('hearing-held', '2026-03-12'),
        ...passed,
      ]),
    ],
    ['evidence was held and decided on', { more: [step('hold', '2026-03-11'), step('hold-ended', '2026-03-12')] }],
    [
      'the same penalty was written again after the review',
      {
        more: [
          step('reviewed', '2026-03-11', { sort: 'fine', fine: 500, text: '罚款 500' }),
          step('proposed', '2026-03-12'),
        ],
      },
    ],
    [
      'the guiding department signed after the notice',
      { file: { mentor: '市城市管理局' }, more: [step('signed-off', '2026-03-12')] },
    ],
    ['the year of transition is over', { file: { mentor: '市城市管理局', mentorUntil: '2026-03-11' } }],
    [
      'it is a small fine on the spot',
      {
        file: { procedure: 'simple', proposal: { sort: 'fine', fine: 200, text: '罚款 200' } },
        without: ['investigated'],
      },
    ],
  ])('is not stopped where %s', (_what, change) => expect(stops('decide', change)).toBeNull())

  it('that was passed before a hearing must be passed again', () => {
    const hearing = [
      step('hearing-asked', '2026-03-11'),
      step('hearing-notified', '2026-03-11'),
      step('hearing-held', '2026-03-12'),
    ]
    expect(stops('decide', askable([...passed, ...hearing]))).toBe('file-review-again')
  })
})

const STEPS: readonly (readonly [Doing, Condition, Change, string?])[] = [
  ['investigate', 'file-evidence', {}],
  ['notice', 'file-early', {}, '2026-03-08'],
  ['notice', 'file-future', {}, '2026-03-13'],
  ['notice', 'file-signoff', { file: { mentor: '市城市管理局' } }],
  ['defend', 'file-notice', { without: ['noticed'] }],
  ['hearing-ask', 'file-hearing-right', {}],
  ['hearing-ask', 'file-hearing-late', { ...askable(), today: '2026-03-18' }, '2026-03-18'],
  ['hearing-notify', 'file-hearing-ask', askable()],
  ['hearing-notify', 'file-hearing-soon', askable([step('hearing-asked', '2026-03-12')]), '2026-03-23'],
  ['hearing-hold', 'file-hearing-notify', askable([step('hearing-asked', '2026-03-12')])],
  [
    'hearing-hold',
    'file-hearing-early',
    askable([step('hearing-asked', '2026-03-12'), step('hearing-notified', '2026-03-12', { hearingOn: '2026-03-24' })]),
  ],
  ['hold', 'file-hold', { more: [step('hold', '2026-03-11')] }],
  ['hold-end', 'file-no-hold', {}],
  ['serve', 'file-undecided', {}],
  ['serve', 'file-decision-doc', { state: 'decided', more: [step('decided', '2026-03-12', BIG)] }],
  [
    'serve',
    'file-early',
    { state: 'decided', more: [step('decided', '2026-03-12', BIG)], said: '罚决〔2026〕1号' },
    '2026-03-11',
  ],
  [
    'serve',
    'file-served',
    { state: 'decided', more: [step('decided', '2026-03-12', BIG), step('served', '2026-03-12')] },
  ],
  ['pay', 'file-undecided', {}],
  ['close', 'file-undecided', {}],
  ['close', 'file-serve', { state: 'decided', more: [step('decided', '2026-03-12', BIG)] }],
  [
    'close',
    'file-paid',
    {
      state: 'decided',
      more: [
        step('decided', '2026-03-12', BIG),
        step('served', '2026-03-12'),
        step('paid', '2026-03-12', { amount: 1999 }),
      ],
    },
  ],
  ['dismiss', 'file-hold', { more: [step('hold', '2026-03-11')] }],
  ['transfer', 'file-over', { state: 'closed' }],
]

describe('other steps', () => {
  it.each(STEPS.map(([doing, reason, change, on]) => ({ doing, reason, change, on })))(
    '$doing is stopped by $reason',
    ({ doing, reason, change, on }) => expect(stops(doing, change, on)).toBe(reason),
  )

  it('an investigation ends with a record that a second officer has confirmed, not with one that waits for him', () => {
    const look = lookWith()
    const nothing = { when: null, place: null, whom: null, seen: null, signature: null, second: null, of: null }
    const data = {
      ...nothing,
      caseNo: '',
      unit: 'dadui',
      by: 'u-one',
      files: [],
      text: null,
      digest: null,
      confirmedAt: null,
      returned: null,
    }
    const withRecord = (state: 'asked' | 'confirmed') => {
      const record: Entry<'record'> = {
        ...look.entry,
        id: 'record-1',
        kind: 'record',
        no: 'QS-BL2026-0001',
        state,
        data,
      }
      return { ...look, hand: { ...look.hand, entries: [look.entry, record] } }
    }
    expect(firstBlock(withRecord('asked'), 'investigate')?.reason).toBe('file-evidence')
    expect(firstBlock(withRecord('confirmed'), 'investigate')).toBeNull()
  })

  it('of each kind have a gate, and each condition is asked for', () => {
    expect(Object.keys(GATES).toSorted()).toEqual([...DOINGS].toSorted())
    const asked = new Set<string>(Object.values(GATES).flat())
    expect(Object.keys(CONDITIONS).filter((condition) => !asked.has(condition))).toEqual([])
  })

  it('a file that is over takes none at all', () => {
    for (const state of ['closed', 'dismissed', 'transferred'] as const)
      for (const doing of DOINGS.filter((each) => each !== 'hold-end'))
        expect(stops(doing, { state }), doing).toBe('file-over')
  })
})

describe('something to hand over', () => {
  const paper = (kind: string, round: number) => ({ kind, round, docNo: '1', day: '', sha256: null, name: null })
  it.each<readonly [string, string | null, Change]>([
    ['none', 'file-notice-doc', { without: ['noticed', 'defended'] }],
    [
      'none, and on the spot',
      null,
      { without: ['noticed', 'defended'], file: { procedure: 'simple', proposal: { ...BIG, fine: 200 } } },
    ],
    ['a number on paper', null, { without: ['noticed', 'defended'], said: '当面 青执罚告字[2026]第3号' }],
    ['a day is no number', 'file-notice-doc', { without: ['noticed', 'defended'], said: '2026年3月12号' }],
    ['the decision', 'file-notice-doc', { without: ['noticed'], file: { documents: [paper('penalty-decision', 1)] } }],
    ['the notice', null, { without: ['noticed', 'defended'], file: { documents: [paper('penalty-notice', 1)] } }],
    ['the notice once more', null, { file: { documents: [paper('penalty-notice', 1)] } }],
    [
      'the notice of before, and he must be told anew',
      'file-notice-doc',
      { more: [step('stated', '2026-03-11')], file: { documents: [paper('penalty-notice', 1)] } },
    ],
    [
      'another notice',
      null,
      { more: [step('stated', '2026-03-11')], file: { documents: [paper('penalty-notice', 2)] } },
    ],
  ])('%s: %s', (_name, reason, change) => expect(stops('notice', change)).toBe(reason))
})

describe('an order', () => {
  const order = (doing: Doing, said: string, userid = 'u-one', change: Change = {}) => {
    const look = lookWith(change)
    const taken = takeStep(look.hand, look.entry, { userid }, { doing, said, evidence: 0 }, look.world)
    if (taken.ok) return taken.entry.data.steps.at(-1)?.step
    return 'asks' in taken ? 'asks' : taken.reason
  }

  it.each<readonly [Doing, string, string, string]>([
    ['decide', '', 'u-one', 'decided'],
    ['decide', '罚款 500', 'u-one', 'decided'],
    ['decide', '罚款 400', 'u-one', 'file-anew'],
    ['decide', '', 'u-leader', 'not-yours'],
    ['decide', '', 'v-lihua', 'not-yours'],
    ['extend-agree', '', 'u-one', 'file-leader'],
    ['extend-agree', '', 'u-leader', 'file-extension-none'],
    ['propose', '罚款', 'u-one', 'file-how'],
    ['propose', '', 'u-one', 'asks'],
    ['discretion', '从重', 'u-one', 'asks'],
    ['dated', '2026-13-40', 'u-one', 'file-how'],
    ['dated', '2026-03-13', 'u-one', 'file-future'],
    ['hold', '', 'u-one', 'asks'],
    ['officers', '没有这个人', 'u-one', 'file-how'],
  ])('%s %s by %s: %s', (doing, said, userid, answer) => expect(order(doing, said, userid)).toBe(answer))

  it('that writes the same penalty again changes nothing that was told', () => {
    expect(order('propose', '罚款 500')).toBe('defended')
    expect(order('propose', '罚款 600')).toBe('proposed')
  })

  it('by whom the case is about is refused', () => {
    const accused = {
      by: 'nobody',
      confidence: 0,
      words: [],
      raised: [],
      accused: { people: ['u-one'], stations: [] },
    } as const
    expect(order('decide', '', 'u-one', { task: { understood: accused } })).toBe('conflict')
    expect(stops('decide', { task: { understood: accused } })).toBe('file-officers')
  })

  it('does not change what it read', () => {
    const before = JSON.stringify(FILE)
    order('decide', '')
    expect(JSON.stringify(FILE)).toBe(before)
    expect(TOWN.people).toHaveLength(6)
  })
})
