import type { Reading } from './database.ts'

type Day = { last: number; current: boolean; asking: Promise<void> | null }

export type CaseNumbers = Readonly<{
  next(town: string, day: string): Promise<number>
  lost(town: string, day: string): void
}>

/** Old days are only numbered when a clock is moved; they are looked up again then. */
const DAYS_KEPT = 200

/** Hands out case numbers from memory; a number is never given twice by this process, even when another one was faster. */
export function caseNumbers({ models }: Reading): CaseNumbers {
  const days = new Map<string, Day>()

  function dayOf(key: string): Day {
    const known = days.get(key)
    if (known !== undefined) return known
    const fresh: Day = { last: 0, current: false, asking: null }
    days.set(key, fresh)
    const [oldest] = days.keys()
    if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest)
    return fresh
  }

  async function ask(of: Day, town: string, day: string): Promise<void> {
    try {
      const highest = await models.task.findFirst({
        where: { town, day },
        orderBy: { seq: 'desc' },
        select: { seq: true },
      })
      of.last = Math.max(of.last, highest?.seq ?? 0)
      of.current = true
    } finally {
      of.asking = null
    }
  }

  return {
    async next(town, day) {
      const counter = dayOf(`${town} ${day}`)
      while (!counter.current) await (counter.asking ??= ask(counter, town, day))
      return ++counter.last
    },
    lost(town, day) {
      dayOf(`${town} ${day}`).current = false
    },
  }
}
