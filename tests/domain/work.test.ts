import { describe, expect, it } from 'vitest'
import { ofKind } from '../../domain/book/entry.ts'
import { finish, sign } from '../../domain/case/handle.ts'
import { askExtension, decideExtension } from '../../domain/work/extend.ts'
import { askSuspension, decideSuspension, resume } from '../../domain/work/suspend.ts'
import { DAY, Desk, HOUR } from './desk.ts'

const OFFICER = { userid: 'u-zhangwei' }
const HEAD = { userid: 'u-liqiang' }
const COMMAND = { userid: 'u-zhouting' }
const AGREE = { agree: true, why: null }

/** 2026-11-24 is a Tuesday; it was signed at 9:00. */
async function signed(): Promise<Desk> {
  const desk = await Desk.open('王家村村口有人占道摆摊', '2026-11-24T01:00:00Z')
  desk.does((hand, world) => sign(hand, OFFICER, world))
  return desk
}

const asked = (desk: Desk, days = 2) =>
  desk.does((hand, world) => askExtension(hand, OFFICER, { days, reason: 'rain' }, desk.number('extension'), world))
const waiting = (desk: Desk) =>
  desk.does((hand, world) =>
    askSuspension(hand, OFFICER, { reason: 'trees', day: '2026-12-04' }, desk.number('suspension'), world),
  )
const extension = (desk: Desk) => {
  const [first] = ofKind([...desk.entries.values()], 'extension')
  if (!first) throw new Error('nothing was asked')
  return first
}
const suspension = (desk: Desk) => {
  const found = ofKind([...desk.entries.values()], 'suspension').at(-1)
  if (!found) throw new Error('nothing was asked')
  return found
}

describe('two who decide at once', () => {
  it('decide on the same version of the case and of the request, so that one loses; then it is decided', async () => {
    const desk = await signed()
    asked(desk)
    const entry = extension(desk)
    const hand = desk.hand
    const yes = decideExtension(hand, entry, HEAD, AGREE, desk.world)
    const no = decideExtension(hand, entry, COMMAND, { agree: false, why: 'no' }, desk.world)
    if (!yes.ok || !no.ok) throw new Error('both may')
    expect(yes.decision.task?.version).toBe(no.decision.task?.version)
    expect(yes.decision.entries?.[0]?.version).toBe(no.decision.entries?.[0]?.version)
    desk.does(() => yes)
    expect(desk.does((now, world) => decideExtension(now, extension(desk), COMMAND, AGREE, world))).toBe(
      'request-decided',
    )
  })

  it('a yes to a case that was finished meanwhile comes too late', async () => {
    const desk = await signed()
    asked(desk)
    desk.does((hand, world) => finish(hand, OFFICER, 'done', world))
    expect(extension(desk).state).toBe('lapsed')
    expect(desk.does((hand, world) => decideExtension(hand, extension(desk), HEAD, AGREE, world))).toBe(
      'request-decided',
    )
    expect([...desk.timers.keys()].toSorted()).toEqual(['confirm', 'feedback-remind'])
  })
})

describe('the finish clock', () => {
  it('moves by working days, and its next reminder with it', async () => {
    const desk = await signed()
    asked(desk)
    desk.forward(2 * DAY)
    desk.does((hand, world) => decideExtension(hand, extension(desk), HEAD, AGREE, world))
    expect(desk.task.due.finish?.toISOString()).toBe('2026-12-03T01:00:00.000Z')
    // half of seven working days: 28 working hours after it began
    expect(desk.timers.get('finish')?.dueAt.toISOString()).toBe('2026-11-27T06:30:00.000Z')
  })

  it('stands still for as long as it is suspended, weekends and all', async () => {
    const desk = await signed()
    waiting(desk)
    desk.forward(HOUR)
    desk.does((hand, world) => decideSuspension(hand, suspension(desk), COMMAND, AGREE, world))
    expect([...desk.timers.keys()]).toEqual([`suspension ${suspension(desk).id}`])
    desk.forward(6 * DAY)
    desk.does((hand, world) => resume(hand, OFFICER, world))
    // four working days stood still: Tuesday to Monday
    expect(desk.task.due.finish?.toISOString()).toBe('2026-12-07T01:00:00.000Z')
    expect([...desk.timers.keys()].toSorted()).toEqual(['finish', 'quiet'])
  })

  it('of a suspended case has a live timer for ever', async () => {
    const desk = await signed()
    waiting(desk)
    desk.does((hand, world) => decideSuspension(hand, suspension(desk), COMMAND, AGREE, world))
    desk.forward(200 * DAY)
    expect([...desk.timers.keys()]).toEqual([`suspension ${suspension(desk).id}`])
    expect(desk.said('overdue')).toEqual([])
    expect(desk.said('quiet')).toEqual([])
  })
})
