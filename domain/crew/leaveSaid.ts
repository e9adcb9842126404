import { say, type Desk } from '../book/desk.ts'
import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, distinct } from '../people/recipients.ts'
import { onDutyOn } from '../people/shift.ts'
import { named, watchers } from './desk.ts'
import { gapsOf } from './gaps.ts'
import { absence } from './overlay.ts'
import type { CrewNews, LeaveCard } from './said.ts'

type Entered = Entry<'leave'>

/** Said in advance: cards of those days go to the head, or to whoever is there. */
export function tellGaps(desk: Desk, entry: Entered, actor: string): void {
  const { town, world } = desk
  const station = findStation(town, entry.data.station)
  const days = station ? gapsOf(town, station, absence(entry), dayOf(world.now)) : []
  const [first] = days
  if (!station || first === undefined) return
  const after = { ...town, absences: [...(town.absences ?? []), absence(entry)] }
  const [instead = null] = onDutyOn(after, station, first)
  const body = { kind: 'crew-gap', station: station.name, days, instead: instead && named(town, instead) } as const
  // who agreed saw it on the card, but hears what follows from it, too
  const told = distinct([...watchers(town, station.id, ''), toPerson(actor)])
  for (const address of told) say(desk, 'dispatch', entry, address, body)
}

export function leaveNews(town: Town, { no: number, data }: Entered, what: CrewNews, who: string | null) {
  const said = { by: named(town, data.by), who: who === null ? null : named(town, who), from: data.from, to: data.to }
  return { kind: 'crew-news', news: what, no: number, ...said, note: data.answer } as const
}

/** As it stands now. */
export function leaveCard(town: Town, entry: Entered, cardId: string, today: string): LeaveCard {
  const { data, state } = entry
  const station = findStation(town, data.station)
  return {
    kind: 'leave-card',
    no: entry.no,
    cardId,
    by: named(town, data.by),
    station: station?.name ?? null,
    from: data.from,
    to: data.to,
    note: data.reason || null,
    gaps: station && state === 'asked' ? gapsOf(town, station, absence(entry), today) : [],
    state,
    decidedBy: data.decidedBy && named(town, data.decidedBy),
    answer: data.answer,
  }
}
