import { arm, atDesk, put, say } from '../book/desk.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { addLength, workMsBetween } from '../clock/deadline.ts'
import { DAY, dayOf, instant, MINUTE } from '../calendar/zone.ts'
import { termEnd } from '../law/term.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, personOf, type Address } from '../people/recipients.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import { besideCase } from './besideCase.ts'
import type { PermitFound } from './kinds.ts'
import { permitFacts, type PermitEntry } from './permitFacts.ts'
import { peopleOf } from './whom.ts'
import { FOUND_NOTE, PUNCTUATION } from './wording-flow.ts'

/** The kind of the timer of a question about a permit. */
export const PERMIT = 'permit'

/** Asks those who are on duty in the unit, and its head: one by one, for a name is in it. */
export function askPermit(fresh: PermitEntry, hand: CaseInHand | null, town: Town, world: World) {
  const desk = atDesk(world, town)
  const due = answerBy(town, world)
  const entry: PermitEntry = { ...fresh, dueAt: due }
  put(desk, entry, 'permit-asked', entry.data.by, {
    of: entry.data.of,
    note: findStation(town, entry.data.of)?.name ?? '',
  })
  arm(desk, entry, PERMIT, halfWay(due, town, world), 0)
  for (const [i, address] of askedOf(entry, town, world).entries())
    say(desk, 'dispatch', entry, address, question(entry, town, `${entry.no}_q${i}`, 0))
  return { decision: besideCase(desk, hand), entry }
}

/** The end of work on the last day of the term. */
function answerBy({ policy }: Town, { now, calendar }: World): Date {
  const day = dayOf(now)
  const { day: last } = termEnd(day, ruleOf(policy, 'permit.answer', day), calendar)
  return instant(last, Math.max(0, ...policy.workHours.map(({ to }) => to)) || DAY / MINUTE)
}

function halfWay(due: Date, { policy: { workHours } }: Town, { now, calendar }: World): Date {
  return addLength(now, workMsBetween(now, due, workHours, calendar) / 2, 'work', workHours, calendar).at
}

export function askedOf({ data }: PermitEntry, town: Town, { now }: World): Address[] {
  const station = findStation(town, data.of)
  return station ? peopleOf(station, town, now).map((userid) => ({ ...personOf(station, userid), fallback: null })) : []
}

export const question = (entry: PermitEntry, town: Town, cardId: string, again: number) =>
  ({ kind: 'permit-question', permit: permitFacts(entry, town), cardId, again }) as const

type Answer = Readonly<{ found: PermitFound; words: string; by: string }>

/** The answer goes to who asked; with a case it stands in its log. The log is for ever: no name gets into it. */
export function answerPermit(before: PermitEntry, said: Answer, hand: CaseInHand | null, town: Town, world: World) {
  const desk = atDesk(world, town)
  const words = maskBut(said.words, listed(town))
  const data = {
    ...before.data,
    found: said.found,
    answer: said.words || null,
    answeredBy: said.by,
    answeredAt: world.now.toISOString(),
  }
  const entry: PermitEntry = { ...before, state: 'answered', dueAt: null, data }
  const note = [FOUND_NOTE[said.found], words].filter(Boolean).join(PUNCTUATION)
  put(desk, entry, 'permit-answered', said.by, { of: data.of, found: said.found, note })
  arm(desk, entry, PERMIT, null)
  const permit = { ...permitFacts(entry, town), answer: words || null }
  say(desk, 'replies', entry, asker(entry), { kind: 'permit-answer', permit, mine: false })
  return { decision: besideCase(desk, hand), entry }
}

export const asker = ({ data }: PermitEntry): Address => toPerson(data.by)
