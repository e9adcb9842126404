import { describe, expect, it } from 'vitest'
import type { Reporter } from '../../domain/task.ts'
import { joinReport } from '../../domain/case/join.ts'
import type { Joining } from '../../domain/case/joining.ts'
import { assign } from '../../domain/case/command.ts'
import { finish, returnCase, sign } from '../../domain/case/handle.ts'
import { nudge, rate, solved, unsolved, withdraw } from '../../domain/case/reporter.ts'
import { Desk, HOUR } from './desk.ts'

const STALL = '王家村村口有人占道摆摊'
const villager = (n: number): Reporter => ({ userid: `v-${n}`, chat: { type: 'single', id: `v-${n}` } })
const deskWithStall = () => Desk.open(STALL, '2026-11-24T10:00:00+08:00')

function join(desk: Desk, n: number, more: Partial<Joining> = {}): void {
  const joining: Joining = { text: STALL, reporter: villager(n), how: 'same-text', ...more }
  desk.does((hand, world) => {
    const decision = joinReport(hand, joining, world)
    return { ok: true, decision, task: decision.task ?? hand.task }
  })
}

const news = (desk: Desk) => desk.said('case-news').map(({ body }) => (body.kind === 'case-news' ? body.news : ''))

describe('a report joined to a case', () => {
  it('makes one more reporter, who hears its number and how many they are', async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    join(desk, 2)
    expect(desk.task.reporters.map(({ userid }) => userid)).toEqual(['v-lihua', 'v-1', 'v-2'])
    expect(desk.said('joined').at(-1)).toMatchObject({ to: { chat: { id: 'v-2' } }, body: { count: 3 } })
    desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))
    expect(desk.said('progress').map(({ to }) => to.kind === 'chat' && to.chat.id)).toEqual(['v-lihua', 'v-1', 'v-2'])
  })

  it('of the same person counts once', async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    join(desk, 1)
    expect(desk.task.reporters).toHaveLength(2)
  })

  it('is told to the unit at 2, 3, 5, 10 and 20 reporters only', async () => {
    const desk = await deskWithStall()
    const counts = Array.from({ length: 24 }, (_, n) => {
      const before = news(desk).length
      join(desk, n)
      return news(desk).length > before ? desk.task.reporters.length : 0
    })
    expect(counts.filter((count) => count > 0)).toEqual([2, 3, 5, 10, 20])
  })

  it('is told to the unit with its words where they say more', async () => {
    const desk = await deskWithStall()
    for (const n of [1, 2, 3]) join(desk, n)
    join(desk, 9, { text: '摆摊的把消防通道也堵了', how: 'offered' })
    join(desk, 10, { text: '摆摊的还打人骂人', how: 'offered' })
    expect(desk.said('case-news').at(-1)?.body).toMatchObject({ note: '摆摊的还打人骂人', count: 6 })
  })
})

describe('what somebody reported himself, told again by him', () => {
  it('hurries the unit, is answered with how it stands, and is no further reporter', async () => {
    const desk = await deskWithStall()
    const own = { userid: 'v-lihua', chat: { type: 'single', id: 'v-lihua' } } as const
    join(desk, 0, { reporter: own })
    expect(desk.task).toMatchObject({ reporters: [own], nudges: 1 })
    expect(desk.said('again').at(-1)?.body).toMatchObject({ nudged: true, left: 2 })
    expect(desk.said('joined')).toEqual([])
    expect(new Set(news(desk))).toEqual(new Set(['nudge']))
    join(desk, 0, { reporter: own })
    expect(desk.task.nudges).toBe(1)
    expect(desk.said('again').at(-1)?.body).toMatchObject({ nudged: false })
  })

  it('with something new in it is passed on', async () => {
    const desk = await deskWithStall()
    const own = { userid: 'v-lihua', chat: { type: 'single', id: 'v-lihua' } } as const
    join(desk, 0, { reporter: own, text: '王家村村口摆摊的又来了，天天吵到半夜', how: 'offered' })
    expect(news(desk)).toContain('supplement')
  })
})

describe('the level of a case many people report', () => {
  it('is urgent from the third on, and its time is shorter', async () => {
    const desk = await deskWithStall()
    const { due } = desk.task
    join(desk, 1)
    expect(desk.task.level).toBe('normal')
    join(desk, 2)
    expect(desk.task.level).toBe('urgent')
    expect(desk.task.due.sign?.toISOString()).toBe('2026-11-24T02:30:00.000Z')
    for (const clock of ['sign', 'arrive', 'finish'] as const)
      expect(desk.task.due[clock]?.getTime()).toBeLessThan(due[clock]?.getTime() ?? 0)
    expect(desk.timers.get('sign')?.dueAt.toISOString()).toBe('2026-11-24T02:15:00.000Z')
  })

  it('gives the unit its whole shorter time where that would be over already', async () => {
    const desk = await deskWithStall()
    desk.forward(HOUR)
    for (const n of [1, 2]) join(desk, n)
    expect(desk.task.due.sign?.toISOString()).toBe('2026-11-24T03:30:00.000Z')
    const { length } = desk.said('overdue')
    desk.forward(29 * 60_000)
    expect(desk.said('overdue')).toHaveLength(length)
  })

  it('stays as it is where the case is due sooner anyway', async () => {
    const desk = await deskWithStall()
    desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))
    desk.now = new Date((desk.task.due.finish?.getTime() ?? 0) - HOUR)
    const { due } = desk.task
    for (const n of [1, 2]) join(desk, n)
    expect(desk.task).toMatchObject({ level: 'normal', due })
  })

  it('is never an emergency by number alone; the command room hears of ten', async () => {
    const desk = await deskWithStall()
    for (let n = 1; n <= 30; n += 1) join(desk, n)
    expect(desk.task.level).toBe('urgent')
    expect(desk.said('crowd')).toHaveLength(1)
    expect(desk.said('crowd')[0]?.body).toMatchObject({ count: 10 })
  })

  it('is an emergency when one of them tells of danger', async () => {
    const desk = await deskWithStall()
    join(desk, 1, { text: '摆摊的煤气罐着火了', how: 'offered' })
    expect(desk.task.level).toBe('emergency')
    expect(desk.said('emergency').map(({ to }) => (to.kind === 'group' ? to.id : ''))).toEqual([
      'grp-command',
      'grp-leaders',
    ])
    expect(desk.said('joined').at(-1)?.body).toMatchObject({ emergency: true })
  })

  it('that waits for the command room is not made to wait when there is danger', async () => {
    const desk = await Desk.open('王家村后头有个怪东西半夜老响', '2026-11-24T10:00:00+08:00')
    expect(desk.task.stage).toBe('triage')
    join(desk, 1, { text: '那个东西着火了', how: 'offered' })
    expect(desk.task).toMatchObject({ stage: 'dispatched', lead: 'dadui', level: 'emergency' })
  })
})

describe('all who reported one thing', () => {
  const joinedAndFinished = async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    const officer = { userid: 'u-zhangwei' }
    desk.does((hand, world) => sign(hand, officer, world))
    desk.does((hand, world) => finish(hand, officer, '已清理', world))
    return desk
  }
  const steps = (desk: Desk, who: string) =>
    desk
      .said('progress')
      .flatMap(({ to, body }) =>
        to.kind === 'chat' && to.chat.id === who && body.kind === 'progress' ? body.step : [],
      )

  it('are asked about the outcome, and hear when another of them says that it is not solved', async () => {
    const desk = await joinedAndFinished()
    expect(desk.said('ask-solved').map(({ to }) => to.kind === 'chat' && to.chat.id)).toEqual(['v-lihua', 'v-1'])
    desk.does((hand, world) => unsolved(hand, { userid: 'v-lihua' }, '还在摆', world))
    expect(steps(desk, 'v-1').at(-1)).toBe('reopened')
    expect(steps(desk, 'v-lihua')).not.toContain('reopened')
  })

  it('hear that it goes to the command room the second time', async () => {
    const desk = await joinedAndFinished()
    desk.does((hand, world) => unsolved(hand, { userid: 'v-lihua' }, null, world))
    desk.does((hand, world) => sign(hand, { userid: 'u-zhangwei' }, world))
    desk.does((hand, world) => finish(hand, { userid: 'u-zhangwei' }, '又清理了', world))
    desk.does((hand, world) => unsolved(hand, { userid: 'v-1' }, null, world))
    expect(steps(desk, 'v-lihua').at(-1)).toBe('triage')
  })

  it('hear that another of them closed it, and may still say that it is not solved', async () => {
    const desk = await joinedAndFinished()
    desk.does((hand, world) => solved(hand, { userid: 'v-lihua' }, world))
    desk.does((hand, world) => rate(hand, { userid: 'v-lihua' }, true, null, world))
    expect(desk.task.stage).toBe('closed')
    expect(steps(desk, 'v-1').at(-1)).toBe('settled')
    expect(desk.does((hand, world) => unsolved(hand, { userid: 'v-1' }, null, world))).toBeNull()
  })

  it('hear that a unit gave it back, and what was ruled', async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    desk.does((hand, world) => returnCase(hand, { userid: 'u-zhangwei' }, '不归我们', world))
    desk.does((hand, world) => assign(hand, { userid: 'u-zhouting' }, 'chengguan', null, world))
    for (const who of ['v-lihua', 'v-1']) expect(steps(desk, who)).toEqual(['returned', 'ruled'])
  })
})

describe('one of several reporters', () => {
  it('may withdraw for himself', async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    expect(desk.does((hand, world) => withdraw(hand, { userid: 'v-lihua' }, world))).toBeNull()
    expect(desk.task).toMatchObject({ stage: 'dispatched', reporters: [{ userid: 'v-1' }] })
    expect(desk.does((hand, world) => withdraw(hand, { userid: 'v-1' }, world))).toBeNull()
    expect(desk.task.stage).toBe('withdrawn')
  })

  it('may hurry the unit', async () => {
    const desk = await deskWithStall()
    join(desk, 1)
    expect(desk.does((hand, world) => nudge(hand, { userid: 'v-1' }, world))).toBeNull()
    expect(desk.does((hand, world) => nudge(hand, { userid: 'v-5' }, world))).toBe('not-reporter')
  })
})
