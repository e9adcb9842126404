import { z } from 'zod'
import type { CaseMessage } from '../../context.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import { stale } from '../../domain/notice/stale.ts'
import { findTown } from '../../domain/people/directory.ts'
import { recipientKey } from '../../domain/people/recipients.ts'
import type { Task } from '../../domain/task.ts'
import { messageLine, messageShape } from '../cases/messages.ts'
import { boardRow, boardRowShape } from '../board/row.ts'
import type { Desk } from '../desk.ts'
import { sees, type Viewer } from '../viewer.ts'

/** Somebody who was not told of a case. */
export const undeliveredShape = z.object({ id: z.string(), row: boardRowShape, message: messageShape })
export type UndeliveredLine = z.infer<typeof undeliveredShape>

const DAYS = 7
const MOST = 300
/** Nobody misses them, and there is nothing to mend. */
const NOTHING_TO_DO: readonly string[] = ['card-update', 'greeting', 'undelivered']

/** What could not be delivered in the last days, one line for each recipient of a case. */
export async function undeliveredTo(desk: Desk, viewer: Viewer, now: Date): Promise<readonly UndeliveredLine[]> {
  const rows = await desk.ctx.store.undelivered(new Date(now.getTime() - DAYS * DAY), MOST)
  const newest = new Map<string, CaseMessage>()
  for (const row of rows.filter(isMissed)) {
    const key = `${row.taskId} ${recipientKey(row.to)}`
    if (!newest.has(key)) newest.set(key, row)
  }
  const lines = await Promise.all([...newest.values()].map((row) => lineOf(desk, viewer, row)))
  return lines.flatMap((line) => line ?? [])
}

const isMissed = ({ body, reason }: CaseMessage): boolean =>
  !NOTHING_TO_DO.includes(body.kind) && !(reason ?? '').startsWith('forgotten')

async function lineOf(desk: Desk, viewer: Viewer, row: CaseMessage): Promise<UndeliveredLine | null> {
  const task = await desk.ctx.store.task(row.taskId ?? '')
  // a case that was joined to another is told of there
  if (!task || task.mergedInto !== null || !isHis(viewer, task)) return null
  // it need not be said any more
  if (stale(row.body, task) !== null || (await isToldOtherwise(desk, row))) return null
  const town = findTown(desk.ctx, task.town)
  return { id: row.id, row: boardRow(task, town), message: messageLine(row, task, town, desk) }
}

/** Somebody said since then that he was told by other means. */
async function isToldOtherwise({ ctx }: Desk, { taskId, createdAt }: CaseMessage): Promise<boolean> {
  const events = await ctx.store.timeline(taskId ?? '')
  return events.some(({ type, at }) => type === 'told-otherwise' && at >= createdAt)
}

const isHis = (viewer: Viewer, task: Task): boolean =>
  viewer.places.some(({ town, all }) => all && town.code === task.town) && sees(viewer, task)
