import { describe, expect, it } from 'vitest'
import { foresee } from '../../domain/escalation/foresee.ts'
import { DAY, Desk } from './desk.ts'

const STALL = '王家村村口有人占道摆摊'
const MORNING = '2026-11-24T10:00:00+08:00'

/** What would happen, told before it does. */
const told = (desk: Desk, days: number) => {
  const timers = [...desk.timers].map(([key, { dueAt, step }]) => ({ kind: key, dueAt, step }))
  return foresee(desk.hand, timers, new Date(desk.now.getTime() + days * DAY), desk.world)
}

describe('what is foreseen of a case', () => {
  it('is what happens: the same steps at the same instants to the same people', async () => {
    const desk = await Desk.open(STALL, MORNING)
    const before = JSON.stringify(desk.task)
    const foreseen = told(desk, 12)
    expect(JSON.stringify(desk.task), 'the case itself is not touched').toBe(before)
    const past = desk.events.length
    const said = desk.notices.length
    desk.forward(12 * DAY)
    const key = ({ type, at, data }: Readonly<{ type: string; at: Date; data: object }>) =>
      `${at.toISOString()} ${type} ${JSON.stringify(data)}`
    expect(foreseen.flatMap(({ events }) => events.map(key))).toEqual(desk.events.slice(past).map(key))
    expect(foreseen.flatMap(({ notices }) => notices.map((each) => each.key))).toEqual(
      desk.notices.slice(said).map((each) => each.key),
    )
    expect(foreseen.length).toBeGreaterThan(5)
  })

  it('ends at the instant that was asked for', async () => {
    const desk = await Desk.open(STALL, MORNING)
    expect(told(desk, 0)).toEqual([])
    for (const { at } of told(desk, 1)) expect(at.getTime()).toBeLessThanOrEqual(desk.now.getTime() + DAY)
  })
})
