import { describe, expect, it } from 'vitest'
import { foresee } from '../../handlers/ahead.ts'
import { parseDuration, toMs } from '../../domain/calendar/duration.ts'
import type { House } from './house.ts'
import { filed, orders, punishing } from './legalStory.ts'
import { eachTestHasAHouse, finished, LEADERS, reported, signed } from './story.ts'

const after = (house: House, time: string): Date => {
  const parsed = parseDuration(time)
  if (!parsed) throw new Error(time)
  return new Date(house.clock.now().getTime() + toMs(parsed))
}
const looked = async (house: House, until: Date) => {
  const [task] = await house.core.ctx.store.tasks({ limit: 1 })
  if (!task) throw new Error('there is no case')
  return { task, ...(await foresee(house.core.ctx, task, until)) }
}

/** At one instant several processes may take what is due in any order. */
const inOrder = (events: readonly Readonly<{ at: Date; type: string }>[]): readonly string[] =>
  events.map(({ at, type }) => `${at.toISOString()} ${type}`).toSorted()

/** Nor is the number of a step the same then. */
const unnumbered = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => key.replace(/\|v\d+\|/u, '|')).toSorted()

describe('the dry run of a case with a book', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it.each([
    ['nothing was done', '10d', async (at: House) => void (await reported(at)), ['escalated']],
    [
      'a whistle is blown and nobody comes',
      '2d',
      async (at: House) => {
        await signed(at)
        await orders(at, '吹哨 0001 应急 派出所 摊主持刀不肯走')
      },
      ['whistle-late', 'whistle-absent'],
    ],
    [
      'an extension waits for a decision',
      '3d',
      async (at: House) => {
        await signed(at)
        await orders(at, '延期 0001 2天 等吊车')
      },
      ['extension-undecided', 'quiet'],
    ],
    [
      'it is suspended until a day',
      '20d',
      async (at: House) => {
        await signed(at)
        await orders(at, '挂账 0001 等苗木到货 12月4日恢复')
        await at.person('u-zhouting').says('同意挂账 0001')
      },
      ['review-due'],
    ],
    ['a file has its terms', '95d', async (at: House) => void (await filed(at)), ['file-reminded', 'file-late']],
    [
      'nobody says whether it is solved',
      '20d',
      async (at: House) => void (await finished(at)),
      ['feedback-reminded', 'closed'],
    ],
  ])('is what happens when %s', async (_what, time, told, types) => {
    await told(house())
    house().readsAll()
    const until = after(house(), time)
    const before = await house().allRows()
    const { task, steps, cut } = await looked(house(), until)
    expect(await house().allRows(), 'nothing of it is kept').toBe(before)
    const newest = await house().core.ctx.store.newestEvent()
    const said = await keysOf(house(), task.id)
    const foreseen = steps.flatMap(({ events }) => events)
    expect(foreseen.map(({ type }) => type)).toEqual(expect.arrayContaining(types))
    expect(cut).toBeNull()
    await house().until(until)
    house().readsAll()
    const log = await house().core.ctx.store.timeline(task.id)
    expect(inOrder(foreseen)).toEqual(inOrder(log.filter(({ seq }) => seq > newest)))
    const keys = steps.flatMap(({ notices }) => notices.map(({ key }) => key))
    const fresh = (await keysOf(house(), task.id)).filter((key) => !said.includes(key))
    expect(unnumbered(keys)).toEqual(unnumbered(fresh))
  })

  it('lets a leader hear of it when he wants to, not sooner', async () => {
    await signed(house())
    const wanting = async () =>
      (await looked(house(), after(house(), '10d'))).steps.flatMap(({ gathered }) => [...gathered])
    expect(await wanting()).toEqual([])
    await house().person('u-chenzhen').says('只听 吹哨', { group: LEADERS })
    house().readsAll()
    expect((await wanting()).join()).toContain('grp-leaders')
  })

  it('ends in bounded time where a ladder goes on for ever, and says up to when it looked', async () => {
    await signed(house())
    await orders(house(), '延期 0001 2天 等吊车')
    house().readsAll()
    const { steps, cut } = await looked(house(), after(house(), '36500d'))
    expect(steps.length).toBe(200)
    expect(cut).toEqual(steps.at(-1)?.at)
  })
})

/** What was written to be said of a case, by its keys. */
async function keysOf(house: House, taskId: string): Promise<readonly string[]> {
  const rows = await house.rowsOf(`SELECT "key" FROM outbox WHERE "taskId" = '${taskId}'`)
  return rows.map((row) => (row as { key: string }).key)
}
