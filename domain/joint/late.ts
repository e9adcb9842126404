import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { arm, put, remind, say, type Desk } from '../book/desk.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, commandRoom, leaders } from '../people/recipients.ts'
import { rest } from './checkIn.ts'
import { endedAt } from './end.ts'
import type { Called } from './kinds.ts'
import { END_AFTER_MS } from './limits.ts'
import { hasCome, rowOf, whistleFacts, type Whistle } from './roll.ts'
import { answerable, deskOf } from './tell.ts'
import { escalateAfter, showRoom, WHISTLE } from './whistle.ts'

type Step = (desk: Desk, whistle: Whistle) => void

/** The clock of a whistle: the units that are late, then the leaders, then its commander, who has forgotten to end it. */
const STEPS: readonly Step[] = [late, escalate, askToEnd]

export function fireWhistle(whistle: Whistle, step: number, task: Task | null, town: Town, world: World): Desk {
  const desk = deskOf(whistle, task, town, world)
  const next = STEPS[step]
  if (whistle.state === 'ended') arm(desk, whistle, WHISTLE, null)
  else if (next) next(desk, whistle)
  else endedAt(desk, whistle, null)
  return desk
}

/** Those who said that they cannot come are known to the commander already. */
function late(desk: Desk, whistle: Whistle): void {
  const absent = whistle.data.called.filter((called) => !hasCome(called))
  if (absent.length === 0) return rest(desk, whistle)
  const { town, world } = desk
  const silent = absent.filter(({ cannot }) => cannot === null)
  put(desk, whistle, 'whistle-late', 'system', { stations: silent.map(({ station }) => station) })
  for (const { station } of silent) tellLate(desk, whistle, station)
  showRoom(desk, whistle, 'due')
  const after = whistle.data.escalateAfter ?? escalateAfter(town.policy, world.now)
  arm(desk, whistle, WHISTLE, new Date((whistle.dueAt ?? world.now).getTime() + after), 1)
}

function tellLate(desk: Desk, whistle: Whistle, id: string): void {
  const { town } = desk
  const unit = findStation(town, id)?.name ?? id
  for (const address of answerable(desk, id))
    remind(desk, whistle, address, { kind: 'whistle-late', whistle: whistleFacts(whistle, town), unit })
}

function escalate(desk: Desk, whistle: Whistle): void {
  const absent = whistle.data.called.filter((called) => !hasCome(called))
  if (absent.length > 0) tellLeaders(desk, whistle, absent)
  rest(desk, whistle)
}

function tellLeaders(desk: Desk, whistle: Whistle, absent: readonly Called[]): void {
  const { town, world } = desk
  put(desk, whistle, 'whistle-absent', 'system', { stations: absent.map(({ station }) => station) })
  const rows = absent.map((called) => rowOf(whistle, called, town, world.now))
  const above = leaders(town)
  for (const address of above.length > 0 ? above : commandRoom(town))
    remind(desk, whistle, address, { kind: 'whistle-absent', whistle: whistleFacts(whistle, town), rows })
}

function askToEnd(desk: Desk, whistle: Whistle): void {
  const { town, world } = desk
  put(desk, whistle, 'whistle-open', 'system')
  if (whistle.owner !== null)
    say(desk, 'alerts', whistle, toPerson(whistle.owner), {
      kind: 'whistle-open',
      whistle: whistleFacts(whistle, town),
      finished: false,
    })
  arm(desk, whistle, WHISTLE, new Date(world.now.getTime() + END_AFTER_MS), 3)
}
