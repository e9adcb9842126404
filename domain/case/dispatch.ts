import { understoodOf } from '../task.ts'
import type { Station } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { assignArea } from '../route/area.ts'
import {
  commandRoom,
  distinct,
  dutyPeople,
  fallbackGroup,
  leaders,
  personOf,
  stationGroup,
  unit,
  type Address,
} from '../people/recipients.ts'
import { isAway } from '../people/shift.ts'
import { barredUnits } from '../people/barred.ts'
import { findStation } from '../people/directory.ts'
import { alert, change, factsNow, nextCardId, record, setTimer, tell, type Draft } from './draft.ts'
import { armQuiet, disarmRule, ownFinish, restartUnitClocks, startClocks } from './clocks.ts'
import { lift } from '../work/lift.ts'

/** Hands the case to its lead unit: cards to those on duty and their group, a notice to the assisting units, clocks on. */
export function dispatch(
  draft: Draft,
  lead: string,
  assist: readonly string[],
  by: string,
  note: string | null = null,
): void {
  const again = draft.task.dispatchedAt !== null
  const person = areaOfficer(draft, lead)
  const barred = barredUnits(draft.task, draft.town)
  if (lead !== draft.task.lead) takenBack(draft, by)
  change(draft, {
    stage: 'dispatched',
    lead,
    person,
    assist: assist.filter((id) => id !== lead && !barred.includes(id)),
    holder: null,
    signedAt: null,
  })
  disarmRule(draft)
  setTimer(draft, 'quiet', null)
  if (again) restartUnitClocks(draft)
  else startClocks(draft)
  const { due } = draft.task
  record(draft, 'dispatched', by, { lead, person, assist: draft.task.assist, due, own: ownFinish(draft), note })
  sendCards(draft, note)
  tellAssist(draft)
  if (draft.task.level === 'emergency' && !again) alarm(draft)
}

/** Another unit starts anew: that the case stood still, and that the one before handed it to somebody outside, is over. */
function takenBack(draft: Draft, by: string): void {
  lift(draft, by)
  const { handedTo, ...understood } = understoodOf(draft.task)
  if (handedTo) change(draft, { understood })
}

/** Hands a case back to the unit that wanted to be rid of it: its clocks have run on, and whoever signed still answers for it. */
export function giveBack(draft: Draft, by: string, note: string | null): void {
  const { arrivedAt, holder, lead, assist, due } = draft.task
  change(draft, { stage: arrivedAt ? 'arrived' : holder ? 'signed' : 'dispatched' })
  disarmRule(draft)
  if (holder) armQuiet(draft)
  record(draft, 'dispatched', by, { lead, assist, due, own: ownFinish(draft), note })
  sendCards(draft, note)
}

export function leadStation(draft: Draft): Station | null {
  return findStation(draft.town, draft.task.lead)
}

function areaOfficer({ town, task, world }: Draft, lead: string): string | null {
  const duty = town.duties.find(({ code }) => code === task.item) ?? null
  return assignArea(town, duty, task.place, dayOf(world.now), lead)?.person ?? null
}

/** Everyone who holds a card of the case: the officer of the area, the people on duty and the group of the lead unit. */
export function cardHolders(draft: Draft): Address[] {
  const station = leadStation(draft)
  if (!station) return commandRoom(draft.town)
  const { town, task, world } = draft
  const isThere = task.person !== null && !isAway(town, task.person, dayOf(world.now))
  const officer = task.person !== null && isThere ? [personOf(station, task.person)] : []
  const found = [...officer, ...dutyPeople(town, station, world.now), ...stationGroup(town, station, world.now)]
  const inReserve = station.group === null && station.id === town.fallback?.station ? fallbackGroup(town) : []
  return distinct([...found, ...inReserve])
}

function sendCards(draft: Draft, note: string | null): void {
  for (const address of cardHolders(draft)) {
    const cardId = nextCardId(draft)
    tell(draft, 'dispatch', address, { kind: 'task-card', facts: factsNow(draft), cardId, note })
  }
}

function tellAssist(draft: Draft): void {
  const { town, world, task } = draft
  for (const id of task.assist) {
    const station = findStation(town, id)
    if (!station) continue
    for (const address of unit(town, station, world.now))
      tell(draft, 'dispatch', address, { kind: 'assist', facts: factsNow(draft) })
  }
}

/** An emergency is put before the command room and the leaders at once. */
export function alarm(draft: Draft): void {
  for (const address of distinct([...commandRoom(draft.town), ...leaders(draft.town)])) {
    alert(draft, address, { kind: 'emergency', facts: factsNow(draft) })
  }
}
