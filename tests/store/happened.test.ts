import { expect, it } from 'vitest'
import type { Decision } from '../../domain/decision.ts'
import { at, event, task } from './samples.ts'
import { onBothDatabases, withStore } from './databases.ts'

const MONTH = { since: at(1000), before: at(2000), now: at(5000) }

const decided = (
  seq: number,
  change: Parameters<typeof task>[1],
  when: readonly (readonly [string, number])[],
): Decision => {
  const one = task(seq, { mergedInto: null, linked: [], ...change })
  const data = { lead: 'chengguan', text: '村民写的话', note: '也是', due: { sign: at(1100) } }
  return { task: one, events: when.map(([type, minute]) => ({ ...event(one, type, data), at: at(minute) })) }
}

onBothDatabases((place) => {
  it('reads the whole story of what was touched or open in a month, without the words of anybody', () =>
    withStore(place, async ({ store }) => {
      const closed = { stage: 'closed', finishedAt: at(500) } as const
      await store.commit(decided(1, { createdAt: at(0) }, [['opened', 0]]), at(0))
      await store.commit(
        decided(2, { createdAt: at(0), ...closed }, [
          ['opened', 0],
          ['finished', 500],
        ]),
        at(0),
      )
      await store.commit(
        decided(3, { createdAt: at(1), ...closed }, [
          ['opened', 1],
          ['finished', 500],
          ['rated', 1500],
          ['reminded', 1501],
          ['excluded', 4000],
          ['excluded', 6000],
        ]),
        at(0),
      )
      await store.commit(
        decided(4, { createdAt: at(2), stage: 'finished', finishedAt: at(3000) }, [
          ['opened', 2],
          ['finished', 3000],
        ]),
        at(0),
      )
      await store.commit(decided(5, { createdAt: at(3000) }, [['opened', 3000]]), at(0))
      const found = (await store.happened(MONTH)).flat()
      expect(found.map(({ caseNo, type }) => `${caseNo.slice(-1)} ${type}`)).toEqual([
        '1 opened',
        '3 opened',
        '3 finished',
        '3 rated',
        '3 excluded',
        '4 opened',
        '4 finished',
      ])
      const [first] = found
      expect(first?.at).toEqual(at(0))
      expect(first?.data).toEqual({ lead: 'chengguan', due: { sign: at(1100).toISOString() } })
      expect(JSON.stringify(found)).not.toMatch(/村民|也是/u)
    }))
})
