import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import type { CaseInHand } from '../../../domain/case/draft.ts'
import type { Task } from '../../../domain/task.ts'
import type { Delegation, Duty, Town } from '../../../domain/town.ts'
import { gateBefore } from '../../../domain/case/gates.ts'
import { ACTS } from '../../../domain/case/transitions.ts'
import { openFile, refuseFile } from '../../../domain/legal/open.ts'
import { duty } from '../township.ts'
import { lookWith, TASK, TOWN } from './look.ts'

const NUMBER = { year: 2026, seq: 7, no: 'QS-LA2026-0007' }
const { world } = lookWith()

type Case = Readonly<{
  task?: Partial<Task>
  duty?: Partial<Duty>
  lent?: Partial<Delegation>
  file?: Entry<'file'>['state']
}>

const LENT: Delegation = {
  items: ['CG001'],
  from: '县城市管理局',
  to: 'dadui',
  doc: '委托书1号',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
}

function handWith({ task, duty: more, lent, file }: Case): CaseInHand {
  const town: Town = {
    ...TOWN,
    duties: more ? [duty('CG001', 'dadui', ['摆摊'], more)] : TOWN.duties,
    delegations: lent ? [{ ...LENT, ...lent }] : [],
  }
  const entries = file ? [{ ...lookWith().entry, state: file }] : []
  return { task: { ...TASK, ...task }, town, policy: town.policy, entries }
}

const opened = (given: Case, userid = 'u-one', said = 'u-two') =>
  openFile(handWith(given), { userid }, said, NUMBER, world)

const why = (...args: Parameters<typeof opened>): string => {
  const outcome = opened(...args)
  return outcome.ok ? 'opened' : outcome.reason
}

const ORDERS: readonly (readonly [string, Case, string?, string?])[] = [
  ['opened', {}],
  ['opened', {}, 'u-one', ''],
  ['opened', { file: 'dismissed' }],
  ['opened', { file: 'transferred' }],
  ['opened', { duty: { punish: 'paichu' }, lent: {} }],
  ['file-exists', { file: 'open' }],
  ['file-exists', { file: 'decided' }],
  ['file-exists', { file: 'closed' }],
  ['sign-first', { task: { stage: 'dispatched' } }],
  ['already-finished', { task: { stage: 'finished' } }],
  ['already-closed', { task: { stage: 'closed' } }],
  ['withdrawn', { task: { stage: 'withdrawn' } }],
  ['merged', { task: { mergedInto: 'QS260302-0002' } }],
  ['not-yours', { task: { lead: 'paichu' } }],
  ['not-yours', {}, 'u-leader'],
  ['not-yours', {}, 'v-lihua'],
  ['file-licence', {}, 'u-none'],
  ['file-licence', {}, 'u-old'],
  ['file-item', { task: { item: null } }],
  ['file-item', { task: { item: 'XX999' } }],
  ['file-power', { duty: { punish: 'paichu' } }],
  ['file-power', { duty: { mode: 'transfer', punish: 'paichu' } }],
  ['file-power', { duty: { validUntil: '2026-03-01' } }],
  ['file-power', { duty: { validFrom: '2026-04-01' } }],
  ['file-power', { duty: { punish: 'paichu' }, lent: { validUntil: '2026-03-11' } }],
  ['file-power', { duty: { punish: 'paichu' }, lent: { validFrom: '2026-03-13' } }],
  ['file-officers', {}, 'u-one', 'u-one'],
  ['file-officers', {}, 'u-one', '没有这个人'],
]

describe('立案', () => {
  it.each(ORDERS.map(([answer, given, userid, said]) => ({ answer, given, userid, said })))(
    '$answer: $given $userid $said',
    ({ answer, given, userid, said }) => expect(why(given, userid, said)).toBe(answer),
  )

  it('names who may punish instead', () => {
    const outcome = opened({ duty: { punish: 'paichu' }, lent: { validUntil: '2026-03-11' } })
    expect(outcome).toMatchObject({ choices: ['县城市管理局', 'delegation-over', '2026-03-11'] })
  })

  it('is in the name of who lent the power, else of the township', () => {
    const data = (given: Case) => {
      const outcome = opened(given)
      return outcome.ok ? outcome.entry.data : null
    }
    expect(data({})).toMatchObject({ organ: '青石镇人民政府', delegation: null, filingNo: '青执立字〔2026〕第0007号' })
    expect(data({ duty: { punish: 'paichu' }, lent: {} })).toMatchObject({
      organ: '县城市管理局',
      delegation: '委托书1号',
    })
  })

  it('takes review, guidance and procedure with it', () => {
    const outcome = opened(
      { duty: { review: true, mentor: '市城市管理局', mentorUntil: '2026-12-31' } },
      'u-one',
      '简易 u-two',
    )
    expect(outcome.ok && outcome.entry.data).toMatchObject({
      reviewNeeded: true,
      mentor: '市城市管理局',
      procedure: 'simple',
      officers: ['u-one', 'u-two'],
    })
    const over = opened({ duty: { mentor: '市城市管理局', mentorUntil: '2026-03-11' } })
    expect(over.ok && over.entry.data.mentor).toBeNull()
  })

  it('is judged by the rules of the day, not by those the case was dispatched under', () => {
    const rules = [
      { key: 'decide', value: { amount: 60, unit: 'd' }, basis: '', validFrom: null, validUntil: null },
    ] as const
    const hand = handWith({})
    const town = { ...hand.town, policy: { ...hand.town.policy, id: 'p2', rules } }
    const outcome = openFile({ ...hand, town }, { userid: 'u-one' }, '', NUMBER, world)
    const timer = outcome.ok ? outcome.decision.timers?.find(({ kind }) => kind === 'file-decide') : null
    expect(outcome.ok && outcome.entry.data.policyId).toBe('p2')
    // 60 days end on 11 May: 30 days before it is Saturday the 11th of April
    expect(timer?.dueAt?.toISOString()).toBe('2026-04-10T00:30:00.000Z')
  })

  it('by whom the case is about is refused, and so is 不予立案', () => {
    const accused = {
      by: 'nobody',
      confidence: 0,
      words: [],
      raised: [],
      accused: { people: ['u-one'], stations: [] },
    } as const
    expect(why({ task: { understood: accused } })).toBe('conflict')
    expect(refuseFile(handWith({ task: { understood: accused } }), { userid: 'u-one' }, '轻微', world)).toMatchObject({
      reason: 'conflict',
    })
  })
})

describe('a case with an open file', () => {
  const stopped = (given: Case) => ACTS.filter((act) => gateBefore(handWith(given), act, world) !== null).toSorted()

  it.each<readonly [Case, readonly string[]]>([
    [{ file: 'open' }, ['assign', 'close', 'finish', 'merge', 'return', 'withdraw']],
    [{ file: 'decided' }, ['assign', 'close', 'finish', 'merge', 'return', 'withdraw']],
    [{ file: 'open', task: { lead: null } }, ['close', 'finish', 'merge', 'return', 'withdraw']],
    [{ file: 'closed' }, []],
    [{ file: 'dismissed' }, []],
    [{ file: 'transferred' }, []],
    [{}, []],
  ])('%o is not ended: %j', (given, acts) => expect(stopped(given)).toEqual(acts))
})
