import type { TimelineEntry } from '../../context.ts'

/** Units that have or had a case: a browser of theirs may show it, whoever has it now. */
export function hadBy(events: readonly TimelineEntry[]): readonly string[] {
  const handed = events.filter(({ type }) => type === 'dispatched')
  return [
    ...new Set(handed.flatMap(({ data: { lead, assist } }) => [lead, ...(Array.isArray(assist) ? assist : [])])),
  ].filter((unit): unit is string => typeof unit === 'string')
}
