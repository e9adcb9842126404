import type { People, Store } from '../context.ts'
import type { Destination, NoticeBody, OutboxRow } from '../domain/notice.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'

type Revealed = Extract<NoticeBody, { kind: 'revealed' }>
type Kept = Pick<Store, 'reports' | 'task'>

/** Doors that add what a look behind the mask shows. It is read at the moment of sending and written down nowhere. */
export function revealing(doors: Destination, people: People, store: Kept): Destination {
  const filled = async (row: OutboxRow): Promise<OutboxRow> =>
    row.body.kind === 'revealed' && row.body.taskId !== undefined
      ? { ...row, body: { ...row.body, ...(await behind(row.body, row.body.taskId, people, store)) } }
      : row
  return {
    states: doors.states,
    send: async (rows, now) => doors.send(await Promise.all(rows.map(filled)), now),
  }
}

async function behind({ who }: Revealed, taskId: string, people: People, store: Kept): Promise<Partial<Revealed>> {
  const known = await Promise.all(who.map((name) => people.whoIs(name)))
  const reports = (await store.reports(taskId)).filter(({ userid }) => who.includes(userid))
  const text = reports.map((report) => report.text).join(SAID_JOIN) || (await store.task(taskId))?.text
  return { who: known.flatMap((id) => id ?? []), text: text ?? '' }
}
