import type { InboxRow } from '../domain/decision.ts'
import { comparable } from '../domain/duplicate/comparable.ts'

/** Shorter words tell nothing that two people could have told: 「是」, 「进度」. */
const LEAST_TOLD = 4

/**
 * What is worked on one after the other: what one person writes, and what several write in the same words at the same
 * moment, so that the second finds the case of the first.
 */
export function lanesOf({ from, content }: InboxRow): readonly string[] {
  const said = 'text' in content ? comparable(content.text) : ''
  return said.length < LEAST_TOLD ? [`from ${from}`] : [`from ${from}`, `said ${said}`]
}

export type Lanes = Readonly<{
  /** Does the work when all that was taken before it in one of its lanes is done. Work must never reject. */
  after(lanes: readonly string[], work: () => Promise<void>): Promise<void>
}>

export function makeLanes(): Lanes {
  const last = new Map<string, Promise<void>>()
  return {
    after(lanes, work) {
      const before = lanes.map((lane) => last.get(lane))
      const done = Promise.all(before)
        .then(work)
        .finally(() => {
          for (const lane of lanes) if (last.get(lane) === done) last.delete(lane)
        })
      for (const lane of lanes) last.set(lane, done)
      return done
    },
  }
}
