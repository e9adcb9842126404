import type { Decision } from '../decision.ts'
import type { Task } from '../task.ts'
import type { Station } from '../town.ts'
import type { World } from '../world.ts'
import { findStation, nameOf, onDuty } from '../people/directory.ts'
import { recipientKey, stationGroup, type Address } from '../people/recipients.ts'
import { cardHolders } from './dispatch.ts'
import { begin, change, decide, factsNow, nextCardId, record, tell, type CaseInHand, type Draft } from './draft.ts'

export type HandedOver = Readonly<{ decision: Decision; task: Task; to: string | null }>

/**
 * Who signed it has left: the head of his station answers for it from now on, else another one on duty, at once and
 * with the clocks as they are. Where nobody is left it waits for a signature again.
 */
export function handOver(hand: CaseInHand, leaver: string, world: World): HandedOver {
  const draft = begin(world, hand)
  const station = findStation(hand.town, hand.task.lead)
  const to = station && heir(draft, station, leaver)
  const again = to === null && hand.task.stage === 'signed'
  change(draft, { holder: to, ...(again ? { stage: 'dispatched' } : {}) })
  record(draft, 'handed-over', 'system', { from: leaver, to })
  const note = nameOf(hand.town, leaver)
  for (const address of toBeTold(draft, station, to, leaver)) {
    tell(draft, 'dispatch', address, { kind: 'case-news', facts: factsNow(draft), news: 'handed-over', note })
    const cardId = nextCardId(draft)
    tell(draft, 'dispatch', address, { kind: 'task-card', facts: factsNow(draft), cardId, note: null })
  }
  return { decision: decide(draft), task: draft.task, to: nameOf(hand.town, to) }
}

function heir({ town, world }: Draft, station: Station, leaver: string): string | null {
  const others = [station.head, ...onDuty(town, station, world.now)].filter((id) => id !== null && id !== leaver)
  return others[0] ?? null
}

function toBeTold(draft: Draft, station: Station | null, to: string | null, leaver: string): Address[] {
  if (to === null) return cardHolders(draft).filter((a) => recipientKey(a.to) !== `p-${leaver}`)
  const group = station ? stationGroup(draft.town, station, draft.world.now)[0]?.to : undefined
  return [{ to: { kind: 'person', userid: to }, fallback: group ?? null }]
}
