import type { Content } from '../domain/inbound.ts'
import type { Task } from '../domain/task.ts'
import type { World } from '../domain/world.ts'
import { LostRace } from '../domain/lostRace.ts'
import type { Notice } from '../domain/notice.ts'
import { handOver } from '../domain/case/left.ts'
import { sayAgain } from '../domain/case/failed.ts'
import { undelivered } from '../domain/case/undelivered.ts'
import { findPerson } from '../domain/people/directory.ts'
import { commandRoom, recipientKey } from '../domain/people/recipients.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { factsFor } from './acts.ts'
import { inHand, reported } from './cases.ts'
import { pendingQuestion, type Result, type Turn } from './turn.ts'

/** A message taken back does not take back a case: he is told how to do that. */
export async function onRecall(turn: Turn): Promise<Result> {
  const question = pendingQuestion(turn)
  if (question && 'media' in question)
    return { note: 'took back what was asked about', answers: [{ kind: 'recalled', facts: null }], ask: null }
  const [task] = await reported(turn, OPEN_STAGES)
  if (!task) return { note: 'took back a message', answers: [] }
  const hand = await inHand(turn.ctx, task)
  return { note: 'took back a message', answers: [{ kind: 'recalled', facts: factsFor(hand, task) }] }
}

/** What the platform had accepted did not arrive: said again where the window may open, else somebody is told. */
export async function onSendFailed(turn: Turn, failed: Extract<Content, { kind: 'send-failed' }>): Promise<Result> {
  const { store, log } = turn.ctx
  const row = await store.anyOutbox(failed.rowId)
  if (!row) return { note: 'the platform failed to send something that is not ours' }
  log.warn({ id: row.id, code: failed.code, why: failed.why }, 'the platform could not deliver what it had accepted')
  const task = row.taskId === null ? null : await store.task(row.taskId)
  if (failed.why === 'refused')
    return { note: `not delivered: ${failed.code}`, decision: undelivered(row, task, 'refused', turn.world) }
  const to = row.to.kind === 'chat' ? row.to.chat.id : row.to.kind === 'person' ? row.to.userid : null
  const customer = to === null ? null : await store.customer(to)
  if (customer) await store.countSent(customer.id, 'used')
  return { note: `not delivered: ${failed.code}`, decision: sayAgain(row, turn.world) }
}

const MOST_CASES = 500

/** A member left the corp: what he signed passes on at once, and the command room hears of it. */
export async function onLeft(turn: Turn, userid: string): Promise<Result> {
  const found = findPerson(turn.world, userid)
  if (!found) return { note: 'somebody left who is not in the configuration' }
  const tasks = await turn.ctx.store.tasks({ holder: userid, stages: OPEN_STAGES, limit: MOST_CASES })
  const cases: { caseNo: string; to: string | null }[] = []
  for (const task of tasks) cases.push({ caseNo: task.caseNo, to: await passOn(turn, task, userid) })
  const notices = commandRoom(found.town).map((address) => notice(turn, address, found.person.name, cases))
  return { note: `handed over ${cases.length} cases`, decision: { notices } }
}

async function passOn(turn: Turn, task: Task, leaver: string): Promise<string | null> {
  for (;;) {
    const now = await turn.ctx.store.task(task.id)
    if (!now || now.holder !== leaver) return null
    const { decision, to } = handOver(await inHand(turn.ctx, now), leaver, turn.world)
    try {
      await turn.ctx.store.commit(decision, turn.world.now)
      return to
    } catch (error) {
      if (!(error instanceof LostRace)) throw error
    }
  }
}

function notice(
  { row, world }: Readonly<{ row: Turn['row']; world: World }>,
  { to, fallback }: ReturnType<typeof commandRoom>[number],
  who: string,
  cases: readonly Readonly<{ caseNo: string; to: string | null }>[],
): Notice {
  return {
    key: `in|${row.id}|member-left|${recipientKey(to)}`,
    taskId: null,
    queue: 'alerts',
    urgent: false,
    to,
    body: { kind: 'member-left', who, cases },
    reply: null,
    notBefore: world.now,
    dueAt: world.now,
    fallback,
  }
}
