import type { People, Store } from '../context.ts'
import type { Destination, NoticeBody, OutboxRow } from '../domain/notice.ts'
import { toldOf } from '../domain/privacy/told.ts'
import { SAID_JOIN } from '../domain/triage/wording.ts'

type Revealed = Extract<NoticeBody, { kind: 'revealed' }>
type Kept = Pick<Store, 'reports' | 'task'>
/** What a member of the staff is called; null = he is none. */
type NameOf = (userid: string) => string | null

/** Doors that add what a look behind the mask shows. It is read at the moment of sending and written down nowhere. */
export function revealing(doors: Destination, people: People, store: Kept, nameOf: NameOf): Destination {
  const filled = async (row: OutboxRow): Promise<OutboxRow> => ({
    ...row,
    body: await opened(row.body, people, store, nameOf),
  })
  return {
    states: doors.states,
    send: async (rows, now) => doors.send(await Promise.all(rows.map(filled)), now),
  }
}

/** The same with what is behind the mask, where it is a look behind it: for the one who asked, and for nobody else to keep. */
export async function opened(
  body: NoticeBody,
  people: Pick<People, 'whoIs'>,
  store: Kept,
  nameOf: NameOf,
): Promise<NoticeBody> {
  if (body.kind !== 'revealed' || body.taskId === undefined) return body
  return { ...body, ...(await behind(body, body.taskId, people, store, nameOf)) }
}

async function behind(
  { who }: Revealed,
  taskId: string,
  people: Pick<People, 'whoIs'>,
  store: Kept,
  nameOf: NameOf,
): Promise<Partial<Revealed>> {
  const reports = (await store.reports(taskId)).filter(({ userid }) => who.includes(userid))
  const text = reports.map((report) => report.text).join(SAID_JOIN) || (await store.task(taskId))?.text
  const known = who.map(async (sealed) => {
    const account = await people.whoIs(sealed)
    if (account === null) return []
    const said = reports.filter(({ userid }) => userid === sealed).map((report) => report.text)
    const { name, phone } = toldOf(said.join(SAID_JOIN) || (who.length === 1 ? (text ?? '') : ''))
    return [{ account, name: nameOf(account) ?? name, phone }]
  })
  return { people: (await Promise.all(known)).flat(), text: text ?? '' }
}
