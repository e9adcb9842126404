import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { SAMPLE, TODAY } from './folder.ts'

async function sample() {
  const read = await loadTowns(SAMPLE, TODAY)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const [town] = read.towns
  if (!town) throw new Error('no town')
  return { ...read, town }
}

describe('the sample township', () => {
  it('has neither faults nor warnings', async () => {
    const read = await loadTowns(SAMPLE, TODAY)
    expect(read).toMatchObject({ ok: true, warnings: [] })
  })

  it('has a brigade, six stations, and enough duties and villages', async () => {
    const { town } = await sample()
    expect(town).toMatchObject({ code: 'QS', name: '青石镇', commandRoom: 'grp-command', leaders: 'grp-leaders' })
    expect(town.stations.filter(({ kind }) => kind === 'brigade')).toHaveLength(1)
    expect(town.stations.filter(({ kind }) => kind !== 'brigade')).toHaveLength(6)
    expect(town.duties.length).toBeGreaterThanOrEqual(24)
    expect(town.duties.filter(({ legalBasis }) => legalBasis === '')).toEqual([])
    expect(town.villages.length).toBeGreaterThanOrEqual(14)
    expect(town.villages[0]).toMatchObject({ name: '王家村', aliases: expect.arrayContaining(['王家庄']) })
  })

  it('names every station a head, two on duty and a group the bot is in', async () => {
    const { town } = await sample()
    for (const { head, duty, group } of town.stations) {
      expect(head).not.toBeNull()
      expect(duty.length).toBeGreaterThanOrEqual(2)
      expect(town.groups.find(({ id }) => id === group)?.aibotChatid).toMatch(/^wr[A-Z]+$/u)
    }
    for (const role of ['dispatcher', 'leader', 'supervisor', 'reviewer'] as const) {
      expect(town.people.some(({ roles }) => roles.includes(role))).toBe(true)
    }
  })

  it('works eight hours a day', async () => {
    const { town } = await sample()
    const minutes = town.policy.workHours.reduce((sum, { from, to }) => sum + to - from, 0)
    expect(minutes).toBe(8 * 60)
  })

  it('knows the holidays and make-up days the State Council set for 2026', async () => {
    const { calendar } = await sample()
    const [year] = calendar.years
    expect(year?.year).toBe(2026)
    expect(year?.off).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7)
    expect(year?.work).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(year?.source).toContain('国办发明电〔2025〕7号')
  })

  it('asks for next year from November on, when it is published', async () => {
    const years = async (today: string) => (await loadTowns(SAMPLE, today)).warnings.map(({ file }) => file)
    expect(await years('2026-10-31')).toEqual([])
    expect(await years('2026-11-01')).toEqual(['config/town/holidays/2027.yaml'])
  })

  it('gives the same rules the same id, and other rules another', async () => {
    const [first, second] = [await sample(), await sample()]
    expect(first.town.policy.id).toBe(second.town.policy.id)
    expect(first.town.policy.id).toMatch(/^[0-9a-f]{64}$/u)
  })
})
