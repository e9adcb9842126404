import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../domain/book/entry.ts'
import { after as then, nextOf, type Imagined, type Ticking } from '../../../domain/escalation/foresee.ts'
import { after, given, HOUR } from './case.ts'

const TASK = given()
const tick = (subject: string, kind: string, hours: number, step = 0): Ticking => ({
  subject,
  kind,
  step,
  dueAt: after(hours * HOUR),
})
const entry = (id: string, taskId: string | null, more: Partial<Pick<Entry, 'version' | 'owner'>> = {}): Entry =>
  ({
    ...{ id, taskId, kind: 'whistle', town: 'QS', year: 2026, seq: 1, no: `QS-WJ2026-${id}` },
    ...{ version: 1, state: 'open', owner: null, dueAt: null, at: after(0), data: {}, ...more },
  }) as unknown as Entry
const SIGN = tick(TASK.id, 'sign', 1)
const imagined = (more: Partial<Imagined> = {}): Imagined => ({ task: TASK, book: [], timers: [SIGN], ...more })
const versions = (book: readonly Entry[]) => book.map(({ id, version }) => [id, version])

describe('what comes next', () => {
  const [early, late] = [tick('a', 'quiet', 2), tick('a', 'finish', 9)]

  it.each([
    ['the timer that is due first', [late, early], early],
    ['of two at one instant the one that was set first', [tick('a', 'sign', 2), early], tick('a', 'sign', 2)],
    ['nothing, where nothing ticks', [], null],
  ])('is %s', (_what, timers, next) => expect(nextOf(imagined({ timers }))).toEqual(next))
})

describe('the case, once a timer has come due,', () => {
  it('is as it was where nothing was decided about it', () => {
    expect(then(imagined(), SIGN, {}).task).toBe(TASK)
    expect(then(imagined(), SIGN, { task: given({ stage: 'closed' }) }).task).toBe(TASK)
  })

  it('is as decided, one version on', () => {
    const { task } = then(imagined(), SIGN, { task: { ...TASK, stage: 'closed' } })
    expect(task).toEqual({ ...TASK, stage: 'closed', version: TASK.version + 1 })
  })

  it('is as decided last where several things were decided at once', () => {
    const more = [{ task: { ...TASK, nudges: 2 } }, { task: given() }]
    expect(then(imagined(), SIGN, { task: { ...TASK, nudges: 1 }, more }).task).toMatchObject({
      id: TASK.id,
      nudges: 2,
    })
  })
})

describe('its book', () => {
  it('has what is new of the case, and nothing of another', () => {
    const decision = {
      entries: [entry('mine', TASK.id, { version: 0 }), entry('other', 'another case'), entry('none', null)],
    }
    expect(versions(then(imagined(), SIGN, decision).book)).toEqual([['mine', 1]])
  })

  it('keeps what nobody changed, and has what was changed in its place', () => {
    const book = [entry('a', TASK.id), entry('shared', null), entry('c', TASK.id)]
    const decision = { entries: [entry('shared', null, { owner: 'hb' })] }
    const kept = then(imagined({ book }), SIGN, decision).book
    expect(versions(kept)).toEqual([
      ['a', 1],
      ['shared', 2],
      ['c', 1],
    ])
    expect(kept[1]?.owner).toBe('hb')
  })

  it('has what was decided along with it', () => {
    expect(then(imagined(), SIGN, { more: [{ entries: [entry('mine', TASK.id)] }] }).book).toHaveLength(1)
  })
})

describe('its timers', () => {
  const left = (more: Partial<Imagined>, fired: Ticking, decision: Parameters<typeof then>[2]) =>
    then(imagined(more), fired, decision).timers

  it('are those that were left, without the one that came due', () => {
    const quiet = tick(TASK.id, 'quiet', 9)
    expect(left({ timers: [SIGN, quiet] }, SIGN, {})).toEqual([quiet])
  })

  it('of one kind, only that of the same thing is gone', () => {
    const other = tick('mine', 'sign', 1)
    expect(left({ timers: [SIGN, other], book: [entry('mine', TASK.id)] }, SIGN, {})).toEqual([other])
  })

  it('are moved by being set again', () => {
    const quiet = tick(TASK.id, 'quiet', 9)
    const moved = tick(TASK.id, 'quiet', 12, 1)
    expect(left({ timers: [SIGN, quiet] }, SIGN, { timers: [moved] })).toEqual([moved])
  })

  it('are put out by being set to never', () => {
    const quiet = tick(TASK.id, 'quiet', 9)
    expect(left({ timers: [SIGN, quiet] }, SIGN, { timers: [{ ...quiet, dueAt: null }] })).toEqual([])
  })

  it('are out where they were set and put out in one go', () => {
    const quiet = tick(TASK.id, 'quiet', 9)
    expect(left({}, SIGN, { timers: [quiet, { ...quiet, dueAt: null }] })).toEqual([])
  })

  it.each([
    ['of what is new in its book', 'mine', 1],
    ['of what stood in its book', 'old', 1],
    ['not those of anything else', 'other', 0],
  ])('are also those %s', (_what, subject, count) => {
    const decision = {
      entries: [entry('mine', TASK.id), entry('other', 'another case')],
      timers: [tick(subject, 'due', 3)],
    }
    expect(left({ book: [entry('old', TASK.id)] }, SIGN, decision)).toHaveLength(count)
  })

  it('are also those that were set along with it', () => {
    expect(left({}, SIGN, { more: [{ timers: [tick(TASK.id, 'sign', 3, 1)] }] })).toEqual([tick(TASK.id, 'sign', 3, 1)])
  })
})
