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
  if (task.shield !== 'none') return false
  return wasToldIn(task, chat) || groupsOf(task, town).some((id) => isChat(town, id, chat))
}

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

const isChat = ({ groups }: Town, id: string, chat: Chat): boolean =>
  groups.some((group) => group.id === id && (group.aibotChatid === chat.id || group.appchatId === chat.id))
