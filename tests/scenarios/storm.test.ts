import { describe, expect, it } from 'vitest'
import type { Facts } from '../../domain/notice.ts'
import { eachTestHasAHouse } from './story.ts'

const PEOPLE = 20
const ALERTS = 500
const MINUTE = 60_000

describe('a storm of 500 alerts to 20 people in one minute', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback'] })

  it('breaks no quota, drops nothing, and brings the emergencies first', async () => {
    const { core, clock, simulator } = house()
    const [town] = core.ctx.towns
    const people = (town?.people ?? []).slice(0, PEOPLE).map(({ userid }) => userid)
    expect(people).toHaveLength(PEOPLE)
    const caseNo = (n: number) => `QS261124-${String(n).padStart(4, '0')}`
    for (let n = 0; n < ALERTS; n += 1) {
      const urgent = n % 50 === 49
      await core.ctx.store.commit(
        {
          notices: [
            {
              key: `storm ${n}`,
              taskId: null,
              queue: 'alerts',
              urgent,
              to: { kind: 'person', userid: people[n % PEOPLE] ?? '' },
              body: urgent
                ? { kind: 'emergency', facts: { ...FACTS, caseNo: caseNo(n), level: 'emergency' } }
                : { kind: 'quiet', facts: { ...FACTS, caseNo: caseNo(n) }, since: FACTS.signBy ?? '', times: 1 },
              reply: null,
              notBefore: clock.now(),
              dueAt: clock.now(),
              fallback: null,
            },
          ],
        },
        clock.now(),
      )
    }
    await house().forward('1h')
    const said = simulator.bubbles.filter((b) => b.from === 'bot')
    const heard = said.map((b) => b.content).join('\n')
    for (let n = 0; n < ALERTS; n += 1) expect(heard, caseNo(n)).toContain(caseNo(n))
    expect(simulator.quotas.dropped()).toBe(0)
    expect(simulator.quotas.peak('app-member', MINUTE)).toBeLessThanOrEqual(30)
    for (const userid of people) {
      const mine = simulator.chat(`app:${userid}`).map((b) => b.content)
      const urgent = mine.flatMap((text, i) => (text.includes('特急') ? [i] : []))
      const last = mine.findIndex((text) => text.includes(caseNo(ALERTS - PEOPLE)))
      if (last >= 0) for (const at of urgent) expect(at).toBeLessThan(last)
    }
    house().readsAll()
  })
})

const FACTS: Facts = {
  caseNo: '',
  town: '青石镇',
  stage: 'signed',
  level: 'normal',
  item: '占道经营',
  place: '王家村',
  text: '有人占道摆摊',
  lead: '城管中队',
  assist: [],
  holder: '张伟',
  signBy: '2026-11-24T02:00:00.000Z',
  arriveBy: null,
  finishBy: '2026-12-01T02:00:00.000Z',
  tentative: false,
  result: null,
  reopens: 0,
  legalBasis: null,
}
