import type { NoticeBody, OutboxRow } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { Facts } from '../facts.ts'
import { isSealedIn, sealed } from '../privacy/sealed.ts'

/**
 * An alert as its group may read it, looked at when it is sent: the reporter may have asked to be kept meanwhile, or a person it
 * was for cannot be reached. In danger the place is said. Who is to decide by a card must see on what.
 */
export function sealedRow(row: OutboxRow, task: Task | null, towns: readonly Town[]): OutboxRow {
  const town = towns.find(({ code }) => code === task?.town)
  if (!task || !town || row.queue !== 'alerts' || row.urgent || row.to.kind !== 'group') return row
  if ('cardId' in row.body || !isSealedIn(task, town, row.to.id)) return row
  return { ...row, body: sealedBody(row.body) }
}

const sealedBody = (body: NoticeBody): NoticeBody =>
  ({
    ...body,
    ...('facts' in body && body.facts ? { facts: sealed(body.facts as Facts) } : {}),
    ...('known' in body ? { known: [] } : {}),
    ...('note' in body && !isCount(body.note) ? { note: null } : {}),
  }) as NoticeBody

/** 「催办 3」: how often is no word of anybody. */
const isCount = (note: unknown): boolean => typeof note === 'string' && /^\d+$/u.test(note)
