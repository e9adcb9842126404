import type { Entry } from '../book/entry.ts'
import { ofKind } from '../book/entry.ts'
import { dayOf } from '../calendar/zone.ts'
import { enter, type Draft } from '../case/draft.ts'
import { take } from '../legal/steps.ts'

/** A confirmed record is a step of the case file, where one is open. */
export function recordedIn(draft: Draft, entries: readonly Entry[], record: Entry<'record'>, by: string): void {
  const file = ofKind(entries, 'file').find(({ state }) => state === 'open')
  if (!file) return
  const { now } = draft.world
  const data = { no: record.no, digest: record.data.digest }
  const step = { step: 'recorded', at: now.toISOString(), day: dayOf(now), by, note: null, data } as const
  enter(draft, { ...file, data: take(file.data, step) })
}
