import type { Chat } from '../inbound.ts'
import type { Task } from '../task.ts'
import type { Person, Role, Town } from '../town.ts'
import { isBarred, unbarred } from './barred.ts'
import { findStation } from './directory.ts'

/** Who reads every case of the township. */
const READS_ALL: readonly Role[] = ['dispatcher', 'leader', 'supervisor', 'admin']

/** Who may read of a case: its reporters, its units, who guides them, and who watches over all of them; never who it complains about. */
export function mayRead(task: Task, town: Town, userid: string): boolean {
  if (isReporter(task, userid)) return true
  const person = town.people.find((each) => each.userid === userid)
  return person !== undefined && !isBarred(task, town, userid) && (readsAll(person) || isOfUnit(task, person.station))
}

/** A group reads what its units have; what was told in confidence is not spoken of in any. */
export function mayHear(task: Task, town: Town, chat: Chat): boolean {
  if (chat.type === 'single') return true
  return task.shield === 'none' && concernsGroup(task, town, chat)
}

/** Is it a case of this group: told there, or of its units? */
export const concernsGroup = (task: Task, town: Town, chat: Chat): boolean =>
  wasToldIn(task, chat) || groupsOf(task, town).some((id) => groupIn(town, chat) === id)

/** The group of the township (its id) this chat is, if it is one. */
export const groupIn = ({ groups }: Town, { id }: Pick<Chat, 'id'>): string | null =>
  groups.find(({ aibotChatid, appchatId }) => aibotChatid === id || appchatId === id)?.id ?? null

export const isReporter = ({ reporters }: Task, userid: string): boolean =>
  reporters.some((reporter) => reporter.userid === userid)

const readsAll = ({ roles }: Person): boolean => roles.some((role) => READS_ALL.includes(role))

const isOfUnit = ({ lead, assist, understood }: Task, station: string | null): boolean =>
  station !== null && (station === lead || assist.includes(station) || station === understood?.guide)

const wasToldIn = ({ reporters }: Task, { id }: Chat): boolean =>
  reporters.some(({ chat }) => chat.type === 'group' && chat.id === id)

function groupsOf(task: Task, town: Town): readonly string[] {
  const ofUnits = [task.lead, ...task.assist, task.understood?.guide ?? null].map((id) => findStation(town, id)?.group)
  const groups = [town.commandRoom, town.leaders, ...ofUnits].flatMap((id) => id ?? [])
  const addresses = groups.map((id) => ({ to: { kind: 'group', id }, fallback: null }) as const)
  return unbarred(task, town, addresses).flatMap(({ to }) => (to.kind === 'group' ? to.id : []))
}
