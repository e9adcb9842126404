import { toJson } from './json.ts'
import { writtenIds, type Kit } from './kit.ts'
import type { DecisionOp } from './ops.ts'
import { taskRow } from './rows-in.ts'
import { shapes } from './statements.ts'
import { AlreadySettled, LostRace } from './store.ts'
import { tables } from './tables.ts'

export type Races = Readonly<{ won: readonly DecisionOp[]; lost: readonly (() => void)[] }>

/**
 * Writes what decisions compete for, the case at its version and the inbox row while it is pending, and sees who got it.
 * A loser is left out of the rest of the group; its neighbours do not notice.
 */
export async function decideRaces(kit: Kit, ops: readonly DecisionOp[]): Promise<Races> {
  const settled = await settleInbox(kit, ops)
  const [open, late] = split(ops, ({ decision: { inbox } }) => inbox === undefined || settled.has(inbox.id))
  const written = await writeTasks(kit, open)
  const [won, raced] = split(open, ({ decision: { task } }) => task === undefined || written.has(task.id))
  const reopened = raced.flatMap(({ decision }) => decision.inbox?.id ?? [])
  if (reopened.length > 0) await kit.sql.run(kit.say.reopenInbox, toJson(reopened))
  return { won, lost: [...late.map(answerSettled), ...raced.map(answerLost)] }
}

function split(ops: readonly DecisionOp[], belongs: (op: DecisionOp) => boolean): [DecisionOp[], DecisionOp[]] {
  const sides: [DecisionOp[], DecisionOp[]] = [[], []]
  for (const op of ops) sides[belongs(op) ? 0 : 1].push(op)
  return sides
}

const answerSettled = (op: DecisionOp) => () =>
  op.reject(new AlreadySettled(`inbox row ${op.decision.inbox?.id ?? ''} was settled before`))
const answerLost = (op: DecisionOp) => () =>
  op.reject(new LostRace(`case ${op.decision.task?.caseNo ?? ''} has moved on`))

async function settleInbox(kit: Kit, ops: readonly DecisionOp[]): Promise<Set<string>> {
  const rows = ops.flatMap(({ decision: { inbox }, now }) =>
    inbox ? [{ id: inbox.id, status: inbox.outcome, note: inbox.note, settledAt: now }] : [],
  )
  return writtenIds(kit, kit.say.settleInbox, shapes.settledInbox, rows)
}

async function writeTasks(kit: Kit, ops: readonly DecisionOp[]): Promise<Set<string>> {
  const tasks = ops.flatMap(({ decision }) => decision.task ?? [])
  const fresh = tasks.filter(({ version }) => version === 0).map((task) => taskRow({ ...task, version: 1 }))
  const changed = tasks.filter(({ version }) => version > 0).map(taskRow)
  const inserted = await writtenIds(kit, kit.say.newTasks, tables.task, fresh)
  const updated = await writtenIds(kit, kit.say.taskChanges, tables.task, changed)
  return new Set([...inserted, ...updated])
}
