import { arm, atDesk, put, remind, type Desk } from '../book/desk.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDuration } from '../clock/deadline.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, commandRoom } from '../people/recipients.ts'
import { besideCase } from './besideCase.ts'
import { shownHolder } from './holder.ts'
import { PERMIT_MOST } from './limits.ts'
import { asker, askedOf, PERMIT, question } from './permit.ts'
import { permitFacts, type PermitEntry } from './permitFacts.ts'

/**
 * Nobody has answered. Step 0: half of the time is over; 1: all of it; then every day, until it is left. Those who
 * were asked are reminded each time; the head hears of it, then the command room; who asked knows that it is late.
 */
export function remindPermit(
  before: PermitEntry,
  step: number,
  hand: CaseInHand | null,
  town: Town,
  world: World,
): Decision {
  const desk = atDesk(world, town)
  if (before.state !== 'asked') {
    arm(desk, before, PERMIT, null)
    return besideCase(desk, hand)
  }
  const last = step > PERMIT_MOST
  const entry: PermitEntry = last ? { ...before, state: 'silent' } : before
  put(desk, entry, step === 0 ? 'permit-reminded' : 'permit-late', 'system', { times: step + 1 })
  arm(desk, entry, PERMIT, last ? null : nextAt(entry, step, town, world), last ? 0 : step + 1)
  askAgain(desk, entry, step)
  if (step === 1) tellHead(desk, entry)
  if (step > 1) tellCommand(desk, entry, last)
  if (step === 1 || last) remind(desk, entry, asker(entry), late(entry, town, 'asker', last))
  return besideCase(desk, hand)
}

/** First the end of the time itself, then day by day. */
function nextAt({ dueAt }: PermitEntry, step: number, town: Town, { now, calendar }: World): Date {
  if (step === 0 && dueAt && dueAt > now) return dueAt
  return addDuration(now, { amount: 1, unit: 'd' }, 'work', town.policy.workHours, calendar).at
}

function askAgain(desk: Desk, entry: PermitEntry, step: number): void {
  const { town, world } = desk
  // the head hears in other words that it is late
  const told = step === 1 ? headOf(entry, town) : null
  const asked = askedOf(entry, town, world).filter(({ to }) => to.kind !== 'person' || to.userid !== told)
  asked.forEach((address, i) =>
    remind(desk, entry, address, question(entry, town, `${entry.no}_q${step + 1}_${i}`, step + 1)),
  )
}

const headOf = ({ data }: PermitEntry, town: Town): string | null => findStation(town, data.of)?.head ?? null

type Told = 'head' | 'command' | 'asker'

const late = (entry: PermitEntry, town: Town, to: Told, last: boolean) =>
  ({ kind: 'permit-late', permit: permitFacts(entry, town), to, last }) as const

function tellHead(desk: Desk, entry: PermitEntry): void {
  const head = headOf(entry, desk.town)
  const address = toPerson(head ?? '')
  if (head) remind(desk, entry, address, late(entry, desk.town, 'head', false))
}

/** A natural person is not named in a group. */
function tellCommand(desk: Desk, entry: PermitEntry, last: boolean): void {
  for (const address of commandRoom(desk.town)) {
    const body = late(entry, desk.town, 'command', last)
    const holder = shownHolder(body.permit.holder, { type: address.to.kind === 'group' ? 'group' : 'single' })
    remind(desk, entry, address, { ...body, permit: { ...body.permit, holder } })
  }
}
