import type { Decision } from '../decision.ts'
import type { OutboxRow } from '../notice.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { commandRoom, recipientKey } from '../people/recipients.ts'
import { unbarred } from '../people/barred.ts'
import { factsOf } from './facts.ts'

/**
 * 待告知: the reporter's window is shut, so what he should hear waits until he writes again. The command room is told
 * once when progress waits and once when the outcome does; it may ring him up.
 */
export function heldBack(row: OutboxRow, task: Task | null, world: World): Decision {
  const town = world.towns.find((t) => t.code === task?.town)
  if (!task || !town || row.to.kind === 'group') return {}
  const outcome = row.body.kind !== 'progress'
  const facts = factsOf(task, town)
  return {
    notices: unbarred(task, town, commandRoom(town)).map(({ to, fallback }) => ({
      key: `${task.caseNo}|to-tell|${outcome ? 'outcome' : 'progress'}|${recipientKey(row.to)}|${recipientKey(to)}`,
      taskId: task.id,
      queue: 'alerts',
      urgent: false,
      to,
      body: { kind: 'to-tell', facts, outcome },
      reply: null,
      notBefore: world.now,
      dueAt: new Date(world.now.getTime() + town.policy.mergeWithin),
      fallback,
    })),
    events: [
      {
        taskId: task.id,
        caseNo: task.caseNo,
        type: 'held',
        by: 'system',
        at: world.now,
        data: { notice: row.body.kind },
      },
    ],
  }
}
