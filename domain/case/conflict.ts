import { dayOf } from '../calendar/zone.ts'
import { barredUnits, supervisors } from '../people/barred.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { assignArea } from '../route/area.ts'
import { conflictOf } from '../route/conflict.ts'
import { fallbackLead } from '../route/fallback.ts'
import { accusedIn, both, isAnybody, type Accused } from '../understand/accused.ts'
import { understoodOf } from '../task.ts'
import { armRule, stopClocks } from './clocks.ts'
import { cardHolders, dispatch } from './dispatch.ts'
import { change, factsNow, nextCardId, record, setTimer, tell, type Draft } from './draft.ts'
import { choices } from './triage.ts'

/** 回避: who stands in the way of giving this case to `lead`, or null. */
export function conflictWith(draft: Draft, lead: string | null): Accused | null {
  const { task, town, world } = draft
  const duty = town.duties.find(({ code }) => code === task.item) ?? null
  const officer = assignArea(town, duty, task.place, dayOf(world.now), lead)?.person ?? null
  return conflictOf(accusedIn(task.text, town, lead), { lead, officer }, town)
}

/** Whom the words of a case do not name but mean (你们队长) is kept with it, so that it stays away from them for good. */
export function keepAccused(draft: Draft, accused: Accused): void {
  const known = understoodOf(draft.task)
  change(draft, { understood: { ...known, accused: both(known.accused ?? { stations: [], people: [] }, accused) } })
}

/**
 * Words somebody adds to a case. Where they accuse who has it, it is taken away from them and put before the supervisors,
 * as it would have been had they stood in the first message. True when that happened: then nobody else is to hear the words.
 */
export function turnsAgainst(draft: Draft, said: string | null): boolean {
  const { town, task } = draft
  const accused = accusedIn(said ?? '', town, task.lead)
  if (!isAnybody(accused)) return false
  const stands = conflictOf(accused, { lead: task.lead, officer: task.person }, town)
  if (stands) takeAway(draft)
  keepAccused(draft, accused)
  const barred = barredUnits(draft.task, town)
  change(draft, { assist: draft.task.assist.filter((id) => !barred.includes(id)) })
  if (stands) handOver(draft, stands, said)
  return stands !== null
}

/** The unit learns that it is rid of it, and no more. */
function takeAway(draft: Draft): void {
  if (findStation(draft.town, draft.task.lead) === null) return
  for (const address of cardHolders(draft))
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'taken-away', note: null })
}

/** An emergency waits for nobody: some unit that is not accused goes at once. */
function handOver(draft: Draft, accused: Accused, said: string | null): void {
  stopClocks(draft)
  setTimer(draft, 'confirm', null)
  const anew = {
    dispatchedAt: null,
    assignedAt: null,
    due: {},
    arrivedAt: null,
    activeAt: null,
    signedAt: null,
  } as const
  change(draft, { ...anew, stage: 'triage', lead: null, holder: null, person: null, finishedAt: null, solved: null })
  const barred = barredUnits(draft.task, draft.town)
  const stranger = draft.task.level === 'emergency' ? fallbackLead(draft.town, barred) : null
  if (stranger) dispatch(draft, stranger, draft.task.assist, 'system')
  askSupervisors(draft, accused, said)
}

/** The supervisors choose who looks into a complaint about the township's own people; nobody else is asked. */
export function askSupervisors(draft: Draft, accused: Accused, said: string | null = null): void {
  const candidates = draft.task.candidates.filter((id) => !accused.stations.includes(id))
  change(draft, { candidates, understood: { ...understoodOf(draft.task), supervised: true } })
  record(draft, 'conflict', 'system', { stations: accused.stations, people: accused.people })
  if (draft.task.stage === 'triage') armRule(draft)
  for (const address of supervisors(draft.task, draft.town)) {
    const cardId = nextCardId(draft)
    const body = { facts: factsNow(draft), cardId, candidates: choices(draft), accused: namesOf(draft, accused) }
    tell(draft, 'dispatch', address, { kind: 'conflict', ...body, note: said })
  }
}

function namesOf({ town }: Draft, { people, stations }: Accused): string[] {
  const names = [...people.map((id) => nameOf(town, id)), ...stations.map((id) => findStation(town, id)?.name)]
  return names.flatMap((name) => name ?? [])
}
