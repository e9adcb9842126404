import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { isBarred, supervisors, unbarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand } from '../people/directory.ts'
import {
  toPerson,
  commandRoom,
  distinct,
  recipientKey,
  responsible,
  rungRecipients,
  type Address,
} from '../people/recipients.ts'
import { notCommand } from '../case/command.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Actor } from '../case/outcome.ts'
import { whyNot, type Act } from '../case/transitions.ts'

/** What the unit in charge may do: its people, and nobody the case is about. */
export function notLead({ task, town }: CaseInHand, { userid }: Actor, act: Act, world: World): RefusalReason | null {
  if (isBarred(task, town, userid)) return 'conflict'
  const found = findPerson(world, userid, town.code)
  const leads = found?.town.code === town.code && found.person.station !== null && found.person.station === task.lead
  if (!leads) return task.lead === null ? 'not-dispatched' : 'not-yours'
  return whyNot(task, act)
}

/** The same for what the command room may do as well. */
export function notLeadOrCommand(hand: CaseInHand, actor: Actor, act: Act, world: World): RefusalReason | null {
  const found = findPerson(world, actor.userid, hand.town.code)
  const commands = found?.town.code === hand.town.code && isCommand(found.person)
  if (!commands || isBarred(hand.task, hand.town, actor.userid)) return notLead(hand, actor, act, world)
  return whyNot(hand.task, act)
}

/** Nobody decides on his own request; the command room decides on all others. `head` = who of the unit may as well. */
export function notDecider(
  hand: CaseInHand,
  { userid }: Actor,
  by: string,
  head: string | null,
  world: World,
): RefusalReason | null {
  if (isBarred(hand.task, hand.town, userid)) return 'conflict'
  if (userid === by) return 'request-own'
  if (head !== null && userid === head) return null
  return notCommand(hand, { userid }, world) === null ? null : 'request-others'
}

/** The head of the unit that has the case, unless he may have nothing to do with it. */
export function headOf({ task, town }: Pick<CaseInHand, 'task' | 'town'>): string | null {
  const head = findStation(town, task.lead)?.head ?? null
  return head !== null && !isBarred(task, town, head) ? head : null
}

/** The command room, or, where all of it is accused, the supervisors. */
export function room({ task, town }: Draft): readonly Address[] {
  const found = unbarred(task, town, commandRoom(town))
  return found.length > 0 ? found : supervisors(task, town)
}

/** Who answers for the case in its unit, the head, and who asked; not who does it himself just now, nor where he does it. */
export function inCharge(draft: Draft, actor: Actor, asker: string | null = null): Address[] {
  const { town, task, world } = draft
  const askers: Address[] = asker === null ? [] : [toPerson(asker)]
  return others(draft, actor, [
    ...askers,
    ...responsible(town, task, world.now),
    ...rungRecipients(town, task, 'station_head', world.now),
  ])
}

export function others({ town }: Draft, actor: Actor, addresses: readonly Address[]): Address[] {
  return distinct(addresses).filter(({ to }) =>
    to.kind === 'group'
      ? !town.groups.some(({ id, aibotChatid }) => id === to.id && aibotChatid === actor.chat)
      : recipientKey(to) !== `p-${actor.userid}`,
  )
}
