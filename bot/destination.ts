import type { Door } from '../domain/inbound.ts'
import { NothingDone, type Channel, type Destination, type OutboxRow, type Sent } from '../domain/notice.ts'
import { isSender } from '../domain/open/sender.ts'
import { DOORS, type DoorOrder, type Town } from '../domain/town.ts'

export type Doors = Readonly<Partial<Record<Door, Channel>>>
/** These are no channels of WeCom. */
const BESIDE: readonly string[] = ['web', 'open', 'hook'] satisfies readonly Door[]

type Refused = Sent & Readonly<{ outcome: 'refused' }>
type Wait = Sent & Readonly<{ outcome: 'wait' }>
type Held = Sent & Readonly<{ outcome: 'held' }>

/** What was learnt at the doors a message could not go through. */
type Learnt = { skipped: string[]; wait: Wait | null; held: Held | null; refused: Refused[]; again: string | null }

/**
 * All doors of WeCom as one. A message goes through the first of its recipient's doors that can deliver it; doors that
 * cannot are left out with the reason kept. Where it may have arrived it stays: nothing is said twice for having been
 * tried at two doors.
 */
export function makeDestination(doors: Doors, towns: readonly Town[]): Destination {
  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new Error('nothing to send')
    const learnt: Learnt = {
      skipped: [...(row.tried?.skipped ?? [])],
      wait: null,
      held: null,
      refused: [],
      again: null,
    }
    for (const name of orderFor(row, towns)) {
      const door = doors[name]
      const sent = door && (await tryDoor(door, name, rows, now, learnt))
      if (sent) return sent
    }
    return conclusion(learnt)
  }

  return {
    send,
    // a page is there as long as we are, and whether other systems answer says nothing about us
    states: () => Object.entries(doors).flatMap(([name, door]) => (BESIDE.includes(name) ? [] : [door.state()])),
  }
}

/** Null: try the next one. */
async function tryDoor(
  door: Channel,
  name: Door,
  rows: readonly OutboxRow[],
  now: Date,
  learnt: Learnt,
): Promise<Sent | null> {
  try {
    return judge(await door.send(rows, now), name, rows, learnt)
  } catch (error) {
    const reason = `${name}: ${error instanceof Error ? error.message : String(error)}`
    if (!(error instanceof NothingDone)) return { outcome: 'again', reason, door: name, skipped: learnt.skipped }
    learnt.again = reason
    skip(learnt, reason)
    return null
  }
}

function judge(sent: Sent, name: Door, rows: readonly OutboxRow[], learnt: Learnt): Sent | null {
  switch (sent.outcome) {
    case 'sent':
      return { ...sent, door: name, skipped: learnt.skipped }
    case 'unclear':
    case 'again':
      return sent
    case 'held':
      learnt.held ??= sent
      skip(learnt, `${name}: ${sent.reason}`)
      return null
    case 'wait':
      learnt.wait = earlier(learnt.wait, sent)
      // a quota is no reason to turn up somewhere else, except in an emergency
      if (!sent.down && !rows.some(({ urgent }) => urgent)) return sent
      skip(learnt, `${name}: ${sent.reason}`)
      return null
    case 'refused':
      learnt.refused.push(sent)
      if (sent.why !== 'no-channel') skip(learnt, `${name}: ${sent.reason}`)
      return null
  }
}

const MOST_REASONS = 10

function skip(learnt: Learnt, reason: string): void {
  if (!learnt.skipped.includes(reason) && learnt.skipped.length < MOST_REASONS) learnt.skipped.push(reason)
}

const earlier = (one: Wait | null, other: Wait): Wait => (one && one.until < other.until ? one : other)

/** No door could: wait for the one that may open first, else for the recipient, else it will never be. */
function conclusion({ skipped, wait, held, refused, again }: Learnt): Sent {
  if (again !== null) return { outcome: 'again', reason: again, door: null, skipped }
  if (held) return held
  if (wait) return wait
  const worst = refused.find(({ why }) => why === 'refused') ?? refused.find(({ why }) => why === 'never-wrote')
  const reason = refused.map((one) => one.reason).join('; ') || 'no channel is set up'
  return { outcome: 'refused', why: worst?.why ?? 'no-channel', reason }
}

/** The doors of a row's recipient, in order. An answer goes back the way the question came, while that works. */
function orderFor(row: OutboxRow, towns: readonly Town[]): readonly Door[] {
  const stuck = row.tried?.door
  if (stuck) return [stuck]
  const { to } = row
  if (row.body.kind === 'card-update')
    return [row.reply?.via ?? (to.kind === 'chat' ? to.chat.via : undefined) ?? 'aibot']
  if (to.kind === 'hook') return ['hook']
  if (to.kind === 'group') return townOrder(towns, (town) => town.groups.some((g) => g.id === to.id)).groups
  if (to.kind === 'chat' && to.chat.type === 'group') return ['aibot']
  const userid = to.kind === 'person' ? to.userid : to.chat.id
  // who told another system is unknown to WeCom, and his name must not come to it
  if (isSender(userid)) return ['open']
  const usual = townOrder(towns, (town) => town.people.some((p) => p.userid === userid)).people
  const came = row.reply ? (row.reply.via ?? 'aibot') : to.kind === 'chat' ? to.chat.via : undefined
  return came ? [came, ...usual.filter((door) => door !== came)] : usual
}

function townOrder(towns: readonly Town[], has: (town: Town) => boolean): DoorOrder {
  return (towns.find(has) ?? towns[0])?.doors ?? DOORS
}
