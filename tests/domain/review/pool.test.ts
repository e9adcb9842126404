import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import type { Person } from '../../../domain/town.ts'
import { fitFor, leastBusy, poolOf, unfitFor } from '../../../domain/review/pool.ts'
import { pass } from '../../../domain/review/decide.ts'
import { submit } from '../../../domain/review/submit.ts'
import { town } from '../township.ts'
import { lookWith, step, TOWN } from '../legal/look.ts'

const reviewer = (userid: string, more: Partial<Person> = {}): Person => ({
  userid,
  name: userid,
  station: null,
  roles: ['reviewer'],
  licence: null,
  licenceUntil: null,
  certificate: '法职-1',
  certificateUntil: '2026-12-31',
  ...more,
})

const here = {
  ...TOWN,
  people: [
    ...TOWN.people,
    reviewer('r-here'),
    reviewer('r-none', { certificate: null }),
    reviewer('r-old', { certificateUntil: '2026-03-11' }),
    reviewer('r-unit', { station: 'dadui' }),
    reviewer('r-supervisor', { roles: ['supervisor'] }),
    reviewer('u-two', { station: null }),
  ],
}
const there = town('BX', '北溪镇', { people: [reviewer('r-there'), reviewer('r-here'), reviewer('r-far')] })
const look = lookWith({
  evidence: 1,
  town: { people: here.people },
  file: { legalBasis: '《条例》第三条', reviewNeeded: true },
})
const world = { ...look.world, towns: [here, there] }
const { hand, file, entry } = look

describe('who may review', () => {
  it('is certified on the day, in whichever township, and counted once', () => {
    expect(poolOf(world).map(({ userid }) => userid)).toEqual(['r-here', 'r-unit', 'u-two', 'r-there', 'r-far'])
    expect(poolOf(world, ['r-there']).map(({ userid }) => userid)).not.toContain('r-there')
  })

  it.each([
    ['u-one', 'review-who'],
    ['r-supervisor', 'review-who'],
    ['r-none', 'review-certificate'],
    ['r-old', 'review-certificate'],
    ['r-unit', 'review-conflict'],
    ['u-two', 'review-conflict'],
    ['v-lihua', 'review-who'],
    ['r-here', null],
    ['r-there', null],
  ])('%s: %s', (userid, why) => {
    expect(unfitFor(hand, file, userid, world)).toBe(why)
  })

  it('is never who reported it or stepped aside', () => {
    const reported = {
      ...hand,
      task: { ...hand.task, reporters: [{ userid: 'r-there', chat: { type: 'single' as const, id: 'r-there' } }] },
    }
    expect(unfitFor(reported, file, 'r-there', world)).toBe('review-conflict')
    expect(fitFor(hand, file, world, { without: ['r-here'] }).map(({ userid }) => userid)).toEqual(['r-there', 'r-far'])
  })
})

const open = (owner: string, due: string, at: string, state: Entry<'review'>['state'] = 'open'): Entry<'review'> => ({
  id: `${owner}-${due}`,
  kind: 'review',
  no: 'QS-FS2026-0001',
  year: 2026,
  seq: 1,
  town: 'QS',
  taskId: 'case-9',
  version: 1,
  state,
  owner,
  dueAt: new Date(`${due}T10:00:00Z`),
  at: new Date(`${at}T01:00:00Z`),
  data: {
    file: 'f',
    fileNo: 'QS-LA2026-0009',
    round: 1,
    by: 'u',
    seen: {},
    warnings: [],
    aside: [],
    decidedBy: null,
    points: [],
    note: null,
  },
})

describe('who gets it', () => {
  const people = [reviewer('a'), reviewer('b'), reviewer('c')]
  it.each<[string, readonly Entry<'review'>[], string]>([
    ['has the least before him', [open('a', '2026-03-10', '2026-03-01'), open('b', '2026-03-10', '2026-03-01')], 'c'],
    [
      'of equal load, whose first is due last',
      [
        open('a', '2026-03-10', '2026-03-01'),
        open('b', '2026-03-12', '2026-03-01'),
        open('c', '2026-03-11', '2026-03-01'),
      ],
      'b',
    ],
    [
      'of equal load and day, waited longest',
      [
        open('a', '2026-03-01', '2026-02-03', 'passed'),
        open('b', '2026-03-01', '2026-02-01', 'passed'),
        open('c', '2026-03-01', '2026-02-02', 'passed'),
      ],
      'b',
    ],
  ])('%s', (_what, book, owner) => {
    expect(leastBusy(people, book)?.userid).toBe(owner)
  })
})

describe('a review that was submitted', () => {
  const number = { year: 2026, seq: 1, no: 'QS-FS2026-0001' }
  const done = submit(hand, entry, { userid: 'u-one' }, { evidence: 1, number, book: [] }, world)
  if (!done.ok) throw new Error(JSON.stringify(done))
  const written = done.decision.entries?.find(({ kind }) => kind === 'file') as Entry<'file'>
  const found = { hand: { ...hand, entries: [written, done.review] }, file: written, review: done.review }
  const why = (userid: string, review = done.review, of = written) => {
    const outcome = pass({ ...found, review, file: of }, { userid }, '', world)
    return outcome.ok ? null : 'reason' in outcome ? outcome.reason : 'asks'
  }

  it('is passed by its owner alone, as long as it is open and what was seen', () => {
    expect(done.review.owner).toBe('r-here')
    expect(why('r-here')).toBe(null)
    expect(why('r-there')).toBe('review-not-yours')
    expect(why('u-one')).toBe('review-who')
    expect(why('r-old')).toBe('review-certificate')
    expect(why('r-unit')).toBe('review-conflict')
    for (const state of ['passed', 'rejected', 'withdrawn'] as const)
      expect(why('r-here', { ...done.review, state })).toBe('review-over')
    const changed = {
      ...written,
      data: { ...written.data, steps: [...written.data.steps, step('proposed', '2026-03-12')] },
    }
    expect(why('r-here', done.review, changed)).toBe('review-over')
  })

  it('carries the versions it was decided on, so that of two who decide one loses', () => {
    const one = pass(found, { userid: 'r-here' }, '', world)
    if (!one.ok) throw new Error('it was refused')
    expect(one.decision.task?.version).toBe(hand.task.version)
    expect(one.decision.entries?.map(({ kind, version }) => [kind, version])).toEqual([
      ['review', 0],
      ['file', 1],
    ])
    expect(one.file.data.steps.at(-1)).toMatchObject({ step: 'reviewed', by: 'r-here', data: { fine: 500 } })
  })
})
