import { describe, expect, it } from 'vitest'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Outcome } from '../../domain/case/outcome.ts'
import type { Decision } from '../../domain/decision.ts'
import { finish, sign } from '../../domain/case/handle.ts'
import { exclude, ruleExclusion } from '../../domain/feedback/exclusion.ts'
import { accept, again, openOpinions, rectify, supervise } from '../../domain/feedback/opinion.ts'
import { opinionDue } from '../../domain/feedback/opinionTold.ts'
import { called, drawn } from '../../domain/feedback/revisit.ts'
import { Desk, HOUR } from './desk.ts'

const NO = { year: 2026, seq: 1, no: 'QS-JD2026-0001' }
const TEXT = '王家村村口有人占道摆摊'
const WED = '2026-11-25T02:00:00Z'

async function signedDesk(at = WED): Promise<Desk> {
  const desk = await Desk.open(TEXT, at)
  expect(desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))).toBeNull()
  return desk
}

const toldIn = ({ notices = [] }: Decision): string[] =>
  notices.map(({ to }) => (to.kind === 'person' ? to.userid : to.kind === 'chat' ? to.chat.id : to.id)).toSorted()
const entryIn = <K extends Entry['kind']>(decision: Decision, kind: K): Entry<K> => {
  const found = decision.entries?.find((entry): entry is Entry<K> => entry.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const done = (outcome: Outcome): Decision => {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.decision
}
const why = (outcome: Outcome): string | null => (outcome.ok ? null : outcome.reason)
const opinionOf = (desk: Desk) =>
  done(supervise(desk.hand, { userid: 'u-songming' }, { text: '没有按时到场', about: null }, NO, desk.world))
const timerOf = ({ timers = [] }: Decision, kind: string) => timers.find((timer) => timer.kind === kind)

describe('an opinion', () => {
  it.each([
    ['2026-11-25T02:00:00Z', '2026-11-30T10:00:00.000Z', 'Wednesday: Thursday, Friday, Monday'],
    ['2026-11-27T09:59:00Z', '2026-12-02T10:00:00.000Z', 'Friday: Monday to Wednesday'],
    ['2026-11-28T02:00:00Z', '2026-12-02T10:00:00.000Z', 'on a Saturday nothing is counted'],
    ['2026-09-29T02:00:00Z', '2026-10-09T10:00:00.000Z', 'over the holidays of October'],
  ])('of %s is due %s (%s)', async (at, due) => {
    const entry = entryIn(opinionOf(await signedDesk(at)), 'opinion')
    expect(entry.dueAt?.toISOString()).toBe(due)
    expect(entry).toMatchObject({ state: 'open', owner: 'chengguan', data: { unit: 'chengguan', round: 1 } })
  })

  it('is told to officer and head, to no group and to no reporter', async () => {
    expect(toldIn(opinionOf(await signedDesk()))).toEqual(['u-liqiang', 'u-zhangwei'])
  })

  it.each([
    ['u-zhouting', 'not-supervisor'],
    ['u-chenzhen', 'not-supervisor'],
    ['u-liqiang', 'not-supervisor'],
    ['v-lihua', 'not-supervisor'],
    ['u-songming', null],
  ])('is given by %s: %s', async (userid, reason) => {
    const desk = await signedDesk()
    const said = { text: '没有按时到场', about: null }
    expect(why(supervise(desk.hand, { userid }, said, NO, desk.world))).toBe(reason)
  })

  it('goes from state to state, and no step is taken twice', async () => {
    const desk = await signedDesk()
    const { world } = desk
    const open = entryIn(opinionOf(desk), 'opinion')
    const unit = { userid: 'u-wangfang' }
    const judge = { userid: 'u-songming' }
    const hand: CaseInHand = { ...desk.hand, entries: [open] }
    expect(openOpinions([open])).toEqual([open])
    expect(why(again(hand, open, judge, '再改', world))).toBe('opinion-unanswered')
    const answered = entryIn(done(rectify(hand, open, unit, '已改', world)), 'opinion')
    expect(answered).toMatchObject({ state: 'answered', owner: 'u-songming', version: open.version })
    expect(why(rectify(hand, answered, unit, '已改', world))).toBe('opinion-answered')
    expect(why(rectify(hand, open, { userid: 'u-sunmei' }, '已改', world))).toBe('not-its-unit')
    expect(why(accept(hand, answered, unit, world))).toBe('not-supervisor')
    const second = entryIn(done(again(hand, answered, judge, '没改到位', world)), 'opinion')
    expect(second).toMatchObject({ state: 'open', owner: 'chengguan', data: { round: 2, again: '没改到位' } })
    const accepted = done(accept(hand, second, judge, world))
    expect(timerOf(accepted, 'opinion-wait')?.dueAt).toBeNull()
    const over = entryIn(accepted, 'opinion')
    expect(openOpinions([over])).toEqual([])
    for (const outcome of [accept(hand, over, judge, world), rectify(hand, over, unit, '又改', world)])
      expect(why(outcome)).toBe('opinion-accepted')
  })

  it('that nobody answers is spoken of five times a term apart, then monthly; one that is accepted never', async () => {
    const desk = await signedDesk()
    const open = entryIn(opinionOf(desk), 'opinion')
    const late = (step: number) => opinionDue(desk.hand, open, step, desk.world)
    expect(toldIn(late(0))).toEqual(['grp-command', 'grp-leaders', 'u-liqiang'])
    expect(timerOf(late(0), 'opinion-wait')).toMatchObject({ step: 1, dueAt: new Date('2026-11-30T10:00:00Z') })
    expect(timerOf(late(4), 'opinion-wait')?.dueAt?.toISOString()).toBe('2026-12-25T02:00:00.000Z')
    const over = opinionDue(desk.hand, { ...open, state: 'accepted' }, 0, desk.world)
    expect(over.notices).toEqual([])
    expect(timerOf(over, 'opinion-wait')?.dueAt).toBeNull()
    const waits = opinionDue(desk.hand, { ...open, state: 'answered' }, 0, desk.world)
    expect(toldIn(waits)).toEqual(['u-songming'])
  })
})

describe('a unit that is gone from the configuration', () => {
  it('still has somebody who hears of its opinion', async () => {
    const desk = await signedDesk()
    const town = { ...desk.town, stations: desk.town.stations.filter(({ id }) => id !== 'chengguan') }
    const said = { text: '没有按时到场', about: null }
    const outcome = supervise({ ...desk.hand, town }, { userid: 'u-songming' }, said, NO, desk.world)
    expect(toldIn(done(outcome))).toEqual(['grp-command'])
  })
})

describe('the one reminder of a reporter', () => {
  it.each([
    ['2026-11-25T02:00:00Z', '2026-11-27T02:00:00.000Z'],
    ['2026-11-25T15:30:00Z', '2026-11-27T23:00:00.000Z'],
    ['2026-11-25T20:00:00Z', '2026-11-27T23:00:00.000Z'],
  ])('of a case finished at %s comes at %s', async (at, reminded) => {
    const desk = await signedDesk(at)
    desk.does((hand, world) => finish(hand, { userid: 'u-zhangwei' }, '已清走', world))
    expect(desk.timers.get('feedback-remind')?.dueAt.toISOString()).toBe(reminded)
    desk.forward(100 * HOUR)
    expect(desk.said('ask-solved')).toHaveLength(2)
    expect(desk.timers.has('feedback-remind')).toBe(false)
  })
})

describe('what a call says', () => {
  const found = (solved: boolean | null, satisfied: boolean | null, reached = true) => ({
    result: { solved, satisfied, reached },
    note: null,
  })

  it.each([
    [found(true, null), { state: 'done', data: { solved: true, satisfied: null } }],
    [found(null, true), { state: 'done', data: { solved: true, satisfied: true } }],
    [found(null, false), { state: 'done', data: { solved: true, satisfied: false } }],
    [found(false, null), { state: 'done', data: { solved: false } }],
    [found(null, null, false), { state: 'open', data: { tries: 1, solved: null } }],
  ])('%o', async (result, expected) => {
    const desk = await signedDesk()
    desk.does((hand, world) => finish(hand, { userid: 'u-zhangwei' }, '已清走', world))
    const entry = entryIn(drawn(desk.hand, '2026-11', 1, { ...NO, no: 'QS-HF2026-0001' }, desk.world), 'revisit')
    const decision = done(called(desk.hand, entry, { userid: 'u-zhouting' }, result, desk.world))
    expect(entryIn(decision, 'revisit')).toMatchObject(expected)
    expect(decision.events?.find(({ type }) => type === 'revisited')?.data).toMatchObject({
      unit: 'chengguan',
      rounds: 0,
    })
    expect(decision.task?.stage).toBe(result.result.solved === false ? 'dispatched' : 'finished')
  })
})

describe('who decides on 申请剔除', () => {
  it.each([
    ['u-songming', null],
    ['u-zhouting', 'exclude-not-you'],
    ['u-liqiang', 'exclude-own'],
    ['u-wangfang', 'exclude-own'],
    ['v-lihua', 'exclude-not-you'],
  ])('%s: %s', async (userid, reason) => {
    const desk = await signedDesk()
    const asked = exclude(
      desk.hand,
      { userid: 'u-liqiang' },
      '没有依据的要求',
      { ...NO, no: 'QS-TC2026-0001' },
      desk.world,
    )
    const entry = entryIn(done(asked), 'exclusion')
    expect(why(ruleExclusion(desk.hand, entry, { userid }, true, null, desk.world))).toBe(reason)
  })

  it.each<readonly [readonly string[], string]>([
    [['supervisor'], 'u-zhouting'],
    [['supervisor', 'dispatcher'], 'u-chenzhen'],
  ])('without %j it is %s', async (without, userid) => {
    const desk = await signedDesk()
    const people = desk.town.people.filter(({ roles }) => !roles.some((role) => without.includes(role)))
    const hand = { ...desk.hand, town: { ...desk.town, people } }
    const asked = exclude(hand, { userid: 'u-liqiang' }, '没有依据的要求', { ...NO, no: 'QS-TC2026-0001' }, desk.world)
    const entry = entryIn(done(asked), 'exclusion')
    expect(why(ruleExclusion(hand, entry, { userid }, true, null, desk.world))).toBeNull()
  })
})
