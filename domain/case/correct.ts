import type { Place } from '../task.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { isReporter } from '../people/audience.ts'
import { isBarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand } from '../people/directory.ts'
import { distinct, personOf, type Address } from '../people/recipients.ts'
import { assignArea } from '../route/area.ts'
import { OPEN_STAGES, type Stage } from '../task.ts'
import { begin, change, decide, factsNow, nextCardId, record, tell, type CaseInHand, type Draft } from './draft.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { involved } from './reporter.ts'

/** 地点 n 村名: those who handle a case know better where it is. */
export function correctPlace(hand: CaseInHand, actor: Actor, place: Place, world: World): Outcome {
  const { task, town } = hand
  const person = findPerson(world, actor.userid, town.code)?.person
  const may = person && !isBarred(task, town, actor.userid) && (isCommand(person) || person.station === task.lead)
  if (!may) return refuse('not-yours')
  if (!(OPEN_STAGES as readonly Stage[]).includes(task.stage)) return refuse('already-closed')
  const draft = begin(world, hand)
  change(draft, { place })
  record(draft, 'placed', actor.userid, { place: place.name, code: place.code, was: task.place?.name ?? null })
  for (const address of involved(draft))
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'placed', note: place.name })
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** 「地点错了，是石门」 by whoever reported it: until somebody signs, it goes to who looks after that piece of the township. */
export function placeByReporter(hand: CaseInHand, actor: Actor, place: Place, world: World): Outcome {
  const { task } = hand
  if (!isReporter(task, actor.userid)) return refuse('not-reporter')
  if (!(OPEN_STAGES as readonly Stage[]).includes(task.stage)) return refuse('already-closed')
  const draft = begin(world, hand)
  const before = involved(draft)
  change(draft, { place })
  record(draft, 'placed', 'reporter', { place: place.name, code: place.code, was: task.place?.name ?? null })
  const fresh = task.stage === 'dispatched' ? handOver(draft) : null
  for (const address of distinct([...before, ...formerOfficer(hand)]))
    if (address.to.kind !== 'person' || address.to.userid !== fresh)
      tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'placed', note: place.name })
  return { ok: true, decision: decide(draft), task: draft.task }
}

/** The officer of the new place gets the card; null where it is the same. */
function handOver(draft: Draft): string | null {
  const { town, task, world } = draft
  const duty = town.duties.find(({ code }) => code === task.item) ?? null
  const person = assignArea(town, duty, task.place, dayOf(world.now), task.lead)?.person ?? null
  const station = findStation(town, task.lead)
  if (person === task.person || !station) return null
  change(draft, { person })
  if (person === null) return null
  const cardId = nextCardId(draft)
  tell(draft, 'dispatch', personOf(station, person), { kind: 'task-card', facts: factsNow(draft), cardId, note: null })
  return person
}

/** He looked after where it was thought to be, and has its card. */
function formerOfficer({ task, town }: CaseInHand): readonly Address[] {
  const station = findStation(town, task.lead)
  return station && task.person && task.stage === 'dispatched' ? [personOf(station, task.person)] : []
}
