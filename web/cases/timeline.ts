import { z } from 'zod'
import { EVIDENCE, REPORTER } from '../../domain/case/evidence.ts'
import { isInternal } from '../../domain/feedback/internal.ts'
import { isReporter } from '../../domain/people/audience.ts'
import { findStation } from '../../domain/people/directory.ts'
import { maskFor } from '../../domain/privacy/mask.ts'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { wayIn } from '../../domain/way.ts'
import type { Desk } from '../desk.ts'
import { CASE, WAY_NAMES } from '../wording/case.ts'
import { doer } from './people.ts'

/** What happened, who did it, and by which way. */
export const stepShape = z.object({
  at: z.string(),
  name: z.string(),
  who: z.string(),
  way: z.string(),
  note: z.string(),
})
export type CaseStep = z.infer<typeof stepShape>

type Happened = Readonly<{ type: string; by: string; at: Date; data: Readonly<Record<string, unknown>> }>

/** The log of events as it is read, oldest first; every file has its own line elsewhere. */
export function timelineOf(
  events: readonly Happened[],
  { task, town, viewer }: Readonly<{ task: Task; town: Town; viewer: string }>,
  desk: Pick<Desk, 'eventName'>,
): readonly CaseStep[] {
  const own = isReporter(task, viewer)
  return events
    .filter(({ type }) => type !== EVIDENCE && (!own || !isInternal(type)))
    .map(({ type, by, at, data }) => ({
      at: at.toISOString(),
      name: desk.eventName(type),
      who: doer(town, by),
      way: sayWay(data, by, task),
      note: noteOf(data, task, town),
    }))
}

/** By which way somebody came who does not want to be known says something of who he is. */
function sayWay(data: Happened['data'], by: string, { shield }: Task): string {
  const way = by === REPORTER && shield !== 'none' ? null : wayIn(data)
  return way ? WAY_NAMES[way] : ''
}

const WORDS = ['text', 'reason', 'result', 'note'] as const
const MOST = 300

/** What was said, and where it went. */
function noteOf(data: Readonly<Record<string, unknown>>, { shield }: Task, town: Town): string {
  const said = WORDS.flatMap((key) => text(data[key])).slice(0, 1)
  const unit = [data['station'] ?? data['lead']].flatMap(text).flatMap((id) => findStation(town, id)?.name ?? [])
  const parts = [
    ...unit.map(CASE.toUnit),
    ...text(data['case']),
    ...text(data['no']),
    ...text(data['place']),
    ...said.map((words) => [...maskFor(shield)(words)].slice(0, MOST).join('')),
  ]
  return parts.join(CASE.between)
}

const text = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : [])
