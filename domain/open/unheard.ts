import { dayOf } from '../calendar/zone.ts'
import { quietEnd } from '../clock/quiet.ts'
import type { Decision } from '../decision.ts'
import type { OutboxRow } from '../notice.ts'
import type { Recipient } from '../recipient.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'
import { withRole } from '../people/directory.ts'
import { commandRoom, recipientKey, toPerson } from '../people/recipients.ts'

/** A system that is called did not answer to the end: its admins learn of it, once a day however much was lost. */
export function unheard(
  { body }: OutboxRow,
  to: Extract<Recipient, { kind: 'hook' }>,
  task: Task | null,
  { towns, now }: World,
): Decision {
  const town = towns.find(({ code }) => code === to.town)
  // taken off the list meanwhile: it is not to hear any more
  if (!town?.hooks?.some(({ id }) => id === to.id) || body.kind !== 'hook') return {}
  const admins = withRole(town, 'admin').map(toPerson)
  const at = quietEnd(town.policy.quietHours, now)
  return {
    notices: (admins.length > 0 ? admins : commandRoom(town)).map(({ to: admin, fallback }) => ({
      key: `${recipientKey(to)}|hook-parked|${dayOf(at)}|${recipientKey(admin)}`,
      taskId: null,
      queue: 'alerts',
      urgent: false,
      to: admin,
      body: { kind: 'hook-parked', hook: to.id, caseNo: task?.caseNo ?? null },
      reply: null,
      // nobody is got up for it
      notBefore: at,
      dueAt: at,
      fallback,
    })),
  }
}
