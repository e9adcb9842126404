import type { NewReport } from '../domain/decision.ts'
import { type Decision } from '../domain/decision.ts'
import type { Chat } from '../domain/inbound.ts'
import type { Notice } from '../domain/notice.ts'
import type { Recipient } from '../domain/recipient.ts'
import type { Reporter, Task } from '../domain/task.ts'
import type { Store } from '../context.ts'
import { isCitizen, type Vault } from './vault.ts'
import type { IsStaff } from './veil.ts'

/** What holds who reported. */
export type Reported = Pick<Store, 'commit' | 'task' | 'taskByCaseNo' | 'tasksBySeq' | 'tasks' | 'reports'>

/** Names in, names out. */
type Name = (id: string) => string

/**
 * Members of the staff report as citizens: in the rows of their reports, and of what they are told of them, they go by a
 * sealed name, as everybody does. Here only it is known whose it is; to the rest of the program they are themselves.
 */
export function citizens(store: Reported, vault: Vault, isStaff: IsStaff): Reported {
  async function named(ids: readonly string[], nameOf: (id: string) => Promise<string | null>): Promise<Name> {
    const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await nameOf(id)] as const))
    const names = new Map(found)
    return (id) => names.get(id) ?? id
  }
  const own = (people: readonly Reporter[]) =>
    named(people.map(({ userid }) => userid).filter(isCitizen), (id) => vault.whoIs(id))

  async function opened(task: Task): Promise<Task> {
    if (!task.reporters.some(({ userid }) => isCitizen(userid))) return task
    const name = await own(task.reporters)
    return { ...task, reporters: task.reporters.map((reporter) => renamed(reporter, name)) }
  }
  const all = (tasks: readonly Task[]): Promise<Task[]> => Promise.all(tasks.map(opened))
  const one = async (task: Task | null): Promise<Task | null> => task && opened(task)

  return {
    async commit(decision, now) {
      const staff = staffIn(decision).filter(isStaff)
      if (staff.length === 0) return store.commit(decision, now)
      await store.commit(sealed(decision, await named(staff, (id) => vault.citizen(id))), now)
    },
    task: async (id) => one(await store.task(id)),
    taskByCaseNo: async (caseNo) => one(await store.taskByCaseNo(caseNo)),
    tasksBySeq: async (seq, limit) => all(await store.tasksBySeq(seq, limit)),
    async tasks(query) {
      const alias =
        query.reporter !== undefined && isStaff(query.reporter) ? await vault.asCitizen(query.reporter) : null
      const [plain, under] = await Promise.all([
        store.tasks(query),
        alias === null ? [] : store.tasks({ ...query, reporter: alias }),
      ])
      const newest = [...plain, ...under].toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      return all(under.length === 0 ? plain : newest.slice(0, query.limit))
    },
    async reports(taskId) {
      const reports = await store.reports(taskId)
      const name = await own(reports)
      return reports.map((report) => renamed(report, name))
    },
  }
}

const renamed = <R extends Reporter | NewReport>(of: R, name: Name): R => ({
  ...of,
  userid: name(of.userid),
  chat: renamedChat(of.chat, name),
})
const renamedChat = (chat: Chat, name: Name): Chat => (chat.type === 'single' ? { ...chat, id: name(chat.id) } : chat)

/** Everybody a decision takes for a reporter. */
function staffIn({ task, reports = [], unreport = [], bind, more = [] }: Decision): string[] {
  const here = [...(task?.reporters ?? []), ...reports, ...unreport].map(({ userid }) => userid)
  return [...here, ...(bind ? [bind.person] : []), ...more.flatMap(staffIn)]
}

function sealed(decision: Decision, name: Name): Decision {
  const { reports = [], unreport, notices, attachments, attach, bind, inbox, more, toldPrivacy } = decision
  const senders = sendersIn(decision, name)
  const by = reports.find(({ userid }) => name(userid) !== userid)?.userid
  return {
    ...decision,
    ...(decision.reports ? { reports: reports.map((report) => renamed(report, name)) } : {}),
    ...(unreport ? { unreport: unreport.map((one) => ({ ...one, userid: name(one.userid) })) } : {}),
    ...(notices ? { notices: notices.map((notice) => toReporter(notice, name)) } : {}),
    ...(attachments ? { attachments: attachments.map((one) => ({ ...one, by: senders.get(one.by) ?? one.by })) } : {}),
    ...(attach ? { attach: { ...attach, senders: [...senders].map(([was, now]) => ({ was, now })) } } : {}),
    ...(bind ? { bind: { ...bind, reporter: name(bind.person) } } : {}),
    ...(inbox && by ? { inbox: { ...inbox, sealed: { was: by, now: name(by) } } } : {}),
    ...(toldPrivacy ? { toldPrivacy: toldPrivacy.map(name) } : {}),
    ...(more ? { more: more.map((part) => sealed(part, name)) } : {}),
  }
}

/** Reporters send files as such, but for those by whose name the decision says that they worked on the case. */
function sendersIn({ task, reports = [], events = [] }: Decision, name: Name): ReadonlyMap<string, string> {
  const people = [...(task?.reporters ?? []), ...reports].map(({ userid }) => userid)
  const working = new Set(events.map(({ by }) => by))
  return new Map(people.filter((id) => name(id) !== id && !working.has(id)).map((id) => [id, name(id)]))
}

/** Replies about a case go to who reported it; everything else is said to a member of the staff as such. */
function toReporter(notice: Notice, name: Name): Notice {
  const { to, taskId, queue, key } = notice
  const was = idOf(to)
  if (taskId === null || queue !== 'replies' || was === null || name(was) === was) return notice
  return { ...notice, key: key.replaceAll(was, name(was)), to: renamedTo(to, name) }
}

function idOf(to: Recipient): string | null {
  if (to.kind === 'person') return to.userid
  return to.kind === 'chat' && to.chat.type === 'single' ? to.chat.id : null
}

function renamedTo(to: Recipient, name: Name): Recipient {
  if (to.kind === 'person') return { ...to, userid: name(to.userid) }
  return to.kind === 'chat' ? { ...to, chat: renamedChat(to.chat, name) } : to
}
