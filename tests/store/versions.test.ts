import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LostRace, type Store } from '../../store/store.ts'
import { onBothDatabases, open } from './databases.ts'
import { at, event, notice, report, task } from './samples.ts'

/** One decision: on which case, how far its knowledge lags behind, and whether it is committed together with the one before. */
const step = fc.record({
  seq: fc.integer({ min: 1, max: 4 }),
  lag: fc.constantFrom(0, 0, 0, 1, 2),
  together: fc.boolean(),
})

type Step = Readonly<{ seq: number; lag: number; together: boolean }>

/** What must come out: only the decision made on the version that is there wins. */
class Model {
  readonly versions = new Map<number, number>()
  events = 0

  decide({ seq }: Step, decidedOn: number): boolean {
    const wins = decidedOn === (this.versions.get(seq) ?? 0)
    if (wins) this.versions.set(seq, decidedOn + 1)
    if (wins) this.events += 1
    return wins
  }
}

async function wins(store: Store, step: Step, round: number, version: number): Promise<boolean> {
  const id = `task-${round}-${step.seq}`
  const decided = task(step.seq, { id, town: `T${round}`, caseNo: `T${round}-${step.seq}`, version })
  const reports = version === 0 ? [report(decided)] : []
  const key = `${id}|v${version + 1}`
  const timers = [{ subject: id, kind: 'sign', dueAt: at(version + 1), step: version }]
  return store
    .commit(
      { task: decided, reports, events: [event(decided, 'step', { version })], notices: [notice(key)], timers },
      at(1),
    )
    .then(
      () => true,
      (error: unknown) => {
        expect(error).toBeInstanceOf(LostRace)
        return false
      },
    )
}

onBothDatabases((place) => {
  it('a random sequence of decisions keeps every version right', async () => {
    const { store, url } = await open(await place.fresh())
    let round = 0
    let events = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        round += 1
        const model = new Model()
        let running: Promise<boolean>[] = []
        const expected: boolean[] = []
        const results: boolean[] = []
        for (const next of steps) {
          if (!next.together) results.push(...(await Promise.all(running.splice(0))))
          const version = Math.max(0, (model.versions.get(next.seq) ?? 0) - next.lag)
          expected.push(model.decide(next, version))
          running.push(wins(store, next, round, version))
        }
        results.push(...(await Promise.all(running)))
        running = []
        events += model.events
        expect(results).toEqual(expected)
        const kept = await Promise.all([1, 2, 3, 4].map((seq) => store.task(`task-${round}-${seq}`)))
        expect(kept.map((row) => row?.version ?? 0)).toEqual([1, 2, 3, 4].map((seq) => model.versions.get(seq) ?? 0))
      }),
      { numRuns: place.provider === 'sqlite' ? 60 : 25 },
    )
    expect(await store.verify()).toMatchObject({ ok: true, events })
    const [outbox] = await place.raw(url, 'SELECT count(*) AS rows FROM outbox')
    expect(Number(outbox?.['rows'])).toBe(events)
    await store.close()
  })
})
