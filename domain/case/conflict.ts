import { dayOf } from '../calendar/zone.ts'
import { supervisors } from '../people/barred.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { assignArea } from '../route/area.ts'
import { conflictOf } from '../route/conflict.ts'
import { accusedIn, type Accused } from '../understand/accused.ts'
import { armRule } from './clocks.ts'
import { change, factsNow, nextCardId, record, tell, type Draft } from './draft.ts'
import { choices } from './triage.ts'

/** 回避: who stands in the way of giving this case to `lead`, or null. */
export function conflictWith({ task, town, world }: Draft, lead: string | null): Accused | null {
  const duty = town.duties.find(({ code }) => code === task.item) ?? null
  const officer = assignArea(town, duty, task.place, dayOf(world.now), lead)?.person ?? null
  return conflictOf(accusedIn(task.text, town), { lead, officer }, town)
}

/** The supervisors choose who looks into a complaint about the township's own people; nobody else is asked. */
export function askSupervisors(draft: Draft, accused: Accused): void {
  const candidates = draft.task.candidates.filter((id) => !accused.stations.includes(id))
  change(draft, { candidates })
  record(draft, 'conflict', 'system', { stations: accused.stations, people: accused.people })
  if (draft.task.stage === 'triage') armRule(draft)
  for (const address of supervisors(draft.task, draft.town)) {
    const cardId = nextCardId(draft)
    const body = { facts: factsNow(draft), cardId, candidates: choices(draft), accused: namesOf(draft, accused) }
    tell(draft, 'dispatch', address, { kind: 'conflict', ...body })
  }
}

function namesOf({ town }: Draft, { people, stations }: Accused): string[] {
  const names = [...people.map((id) => nameOf(town, id)), ...stations.map((id) => findStation(town, id)?.name)]
  return names.flatMap((name) => name ?? [])
}
