import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, reported } from './story.ts'

describe('a deadline in a year whose holidays are not known yet', () => {
  const house = eachTestHasAHouse({ at: '2026-12-30T10:00:00+08:00' })

  it('is marked 暂定, and is counted again when the file has come', async () => {
    const { caseNo } = await reported(house())
    const before = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(before?.tentative).toBe(true)
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', caseNo)
    house().learns({ year: 2027, off: ['2027-01-01', '2027-01-04', '2027-01-05'], work: [], source: 'invented' })
    await house().restart()
    const after = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(after?.tentative).toBe(false)
    expect(after?.due.finish?.toISOString()).toBe('2027-01-11T02:00:00.000Z')
    expect(before?.due.finish?.toISOString()).toBe('2027-01-06T02:00:00.000Z')
    house().readsAll()
  })
})
