import type { Entry } from '../domain/book/entry.ts'
import { parts } from '../domain/decision.ts'
import { toJson } from './json.ts'
import { writtenIds, type Kit } from './kit.ts'
import type { DecisionOp } from './ops.ts'
import type { Task } from '../domain/task.ts'
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
  const written = new Set([...(await writeTasks(kit, open)), ...(await writeEntries(kit, open))])
  const [won, raced] = split(open, (op) => contested(op).every(({ id }) => written.has(id)))
  for (const op of raced) refuseHalf(op, written)
  const reopened = raced.flatMap(({ decision }) => decision.inbox?.id ?? [])
  if (reopened.length > 0) await kit.sql.run(kit.say.reopenInbox, toJson(reopened))
  return { won, lost: [...late.map(answerSettled), ...raced.map(answerLost)] }
}

const tasksOf = ({ decision }: DecisionOp): Task[] => parts(decision).flatMap(({ task }) => task ?? [])

const entriesOf = ({ decision }: DecisionOp): Entry[] => parts(decision).flatMap(({ entries }) => entries ?? [])
const contested = (op: DecisionOp): readonly Readonly<{ id: string }>[] => [...tasksOf(op), ...entriesOf(op)]

/** Of several cases some were written and one has moved on: the group is undone, and each of it tried alone. */
function refuseHalf(op: DecisionOp, written: ReadonlySet<string>): void {
  if (contested(op).some(({ id }) => written.has(id))) throw new LostRace(`one of several cases has moved on`)
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

async function writeEntries(kit: Kit, ops: readonly DecisionOp[]): Promise<Set<string>> {
  const entries = ops.flatMap(entriesOf)
  const fresh = entries.filter(({ version }) => version === 0).map((entry) => ({ ...entry, version: 1 }))
  const changed = entries.filter(({ version }) => version > 0)
  const inserted = await writtenIds(kit, kit.say.newEntries, tables.entry, fresh)
  const updated = await writtenIds(kit, kit.say.entryChanges, tables.entry, changed)
  return new Set([...inserted, ...updated])
}

async function writeTasks(kit: Kit, ops: readonly DecisionOp[]): Promise<Set<string>> {
  const tasks = ops.flatMap(tasksOf)
  const fresh = tasks.filter(({ version }) => version === 0).map((task) => taskRow({ ...task, version: 1 }))
  const changed = tasks.filter(({ version }) => version > 0).map(taskRow)
  const inserted = await writtenIds(kit, kit.say.newTasks, tables.task, fresh)
  const updated = await writtenIds(kit, kit.say.taskChanges, tables.task, changed)
  return new Set([...inserted, ...updated])
}
