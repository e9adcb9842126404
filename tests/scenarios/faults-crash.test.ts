import { describe, expect, it } from 'vitest'
import type { Stage } from '../../domain/task.ts'
import { startDailies } from '../../handlers/daily.ts'
import { everyStep, expectDeaths, type Area } from '../faults/everyStep.ts'
import type { House } from './house.ts'
import { CASE_NO, COMMAND, finished, LEADERS, reported, signed, STALL } from './story.ts'

/** F1 and F2: the program dies at every single step of an act, and starts again. */
const says =
  (who: string, words: string) =>
  async ({ simulator }: House): Promise<string | null> =>
    (await simulator.say(who, words)).msgid

const until = (at: string) => async (house: House) => house.until(at).then(() => null)

const stageOf = async (house: House, caseNo: string): Promise<Stage | undefined> =>
  (await house.core.ctx.store.taskByCaseNo(caseNo))?.stage

const FIRST = 'QS261124-0001'
const reads = (act: (house: House) => Promise<unknown>) => async (house: House) => {
  await act(house)
  house.readsAll()
}

const QUEUE = process.env['SHAOZI_TEST_QUEUE'] ?? ''

/** `where`: with which queue it is tried; `all` is `npm run faults`. A report is tried with real processes in tests/process/crashAt.test.ts. */
const AREAS: Readonly<Record<string, Area & Readonly<{ where: readonly string[] }>>> = {
  'F1 a report': {
    where: ['all'],
    from: 'receive',
    act: says('v-lihua', STALL),
    async after(house) {
      expect(await house.core.ctx.store.tasks({ limit: 5 })).toHaveLength(1)
      for (const chat of ['v-lihua', 'u-zhangwei', 'wrCHENGGUAN']) house.expects(chat, CASE_NO)
    },
  },
  'F2 an escalation': {
    where: ['local', 'all'],
    options: { at: '2026-11-24T09:00:00+08:00' },
    from: 'timer',
    before: reads(async (house) => {
      await reported(house)
      await house.until('2026-11-24T11:59:00+08:00')
    }),
    act: until('2026-11-24T12:01:00+08:00'),
    async after(house) {
      house.expects(COMMAND, FIRST, '城管中队')
      house.hearsNothing(LEADERS)
    },
  },
  'F2 a merge': {
    where: ['redis', 'all'],
    from: 'receive',
    before: reads(async (house) => {
      await signed(house)
      await house.person('v-zhaomin').says('李家沟有人占道摆摊')
    }),
    act: says('u-zhouting', '合并 0002 0001 确认'),
    async after(house) {
      house.expects('u-zhouting', '已合并', 'QS261124-0002')
      expect(await stageOf(house, FIRST)).toBe('closed')
    },
  },
  'F2 a case given back': {
    where: ['local', 'all'],
    from: 'receive',
    before: reads(signed),
    act: says('u-zhangwei', '退回 0001 不归我管'),
    async after(house) {
      house.expects(COMMAND, FIRST)
      expect(await stageOf(house, FIRST)).toBe('disputed')
    },
  },
  'F2 a case given to another unit': {
    where: ['all'],
    from: 'receive',
    before: reads(reported),
    act: says('u-zhouting', '指派 0001 派出所'),
    async after(house) {
      house.expects('u-shenhao', FIRST)
      expect(await house.core.ctx.store.taskByCaseNo(FIRST)).toMatchObject({ lead: 'paichu', stage: 'dispatched' })
    },
  },
  'F2 a close': {
    where: ['redis', 'all'],
    from: 'receive',
    before: reads(async (house) => {
      await finished(house)
      await house.person('v-lihua').says('解决了')
    }),
    act: says('v-lihua', '满意'),
    async after(house) {
      house.expects('v-lihua', FIRST)
      expect(await stageOf(house, FIRST)).toBe('closed')
    },
  },
  'F2 the report of a month': {
    where: ['redis', 'all'],
    options: { at: '2026-11-30T17:00:00+08:00' },
    from: 'timer',
    before: reads(async (house) => {
      await finished(house)
      await house.until('2026-12-03T09:04:00+08:00')
      await startDailies(house.core.ctx)
    }),
    act: until('2026-12-03T09:06:00+08:00'),
    async after(house) {
      house.expects(COMMAND, '2026年11月')
      expect(await house.core.ctx.store.nextEntry('QS', 'assessment', 2026)).toMatchObject({ seq: 2 })
    },
  },
}

describe('killed at every step of it and started again, nothing is lost and nobody is told a third time', () => {
  it.each(Object.entries(AREAS).filter(([, { where }]) => where.includes(process.env['FAULTS'] ?? QUEUE)))(
    '%s',
    { timeout: 180_000 },
    async (_name, area) => {
      const died = await everyStep(area)
      expectDeaths(died, area.from, 'decided', 'begin', 'half', 'written', 'committed', 'send', 'sent')
    },
  )
})
