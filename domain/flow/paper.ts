import { arm, atDesk, decided, put, say, type Desk } from '../book/desk.ts'
import type { Decision } from '../decision.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import type { Address } from '../people/recipients.ts'
import { DRAFT_KEPT } from './limits.ts'
import type { PaperEntry } from './paperFacts.ts'
import { addressOf, armIn, cardOf, filesSaid, groupsOf, PAPER, remindAfter } from './paperOut.ts'
import { readersOf, unitsOf } from './whom.ts'

/** A file came, and it is still to be said where it goes or what it is called. */
export function draftPaper(entry: PaperEntry, town: Town, world: World): Decision {
  const desk = atDesk(world, town)
  const kept = armIn(desk, entry, DRAFT_KEPT, 0)
  put(desk, kept, 'paper-begun', entry.data.by, { files: entry.data.files.length })
  return decided(desk)
}

/** The same, with what was said since. */
export function notePaper(entry: PaperEntry, town: Town, world: World): Decision {
  const desk = atDesk(world, town)
  put(desk, entry, 'paper-noted', entry.data.by)
  return decided(desk)
}

export function dropPaper(entry: PaperEntry, by: string, town: Town, world: World): Decision {
  const desk = atDesk(world, town)
  put(desk, { ...entry, state: 'dropped', dueAt: null }, 'paper-dropped', by)
  arm(desk, entry, PAPER, null)
  return decided(desk)
}

/** Who it would reach, and the units that would get it. */
export function addressed(entry: PaperEntry, town: Town, { now }: World): PaperEntry {
  const to = unitsOf(entry.data.to ?? [], entry.data.from, town)
  return { ...entry, data: { ...entry.data, to, readers: readersOf(to, town, entry.data.by, now), read: {} } }
}

/** It goes out: to each reader the file and a card, to each group a card with the count. No title gets into the log. */
export function sendPaper(
  draft: PaperEntry,
  town: Town,
  world: World,
): Readonly<{ decision: Decision; entry: PaperEntry }> {
  const desk = atDesk(world, town)
  const entry = armIn(
    desk,
    { ...addressed(draft, town, world), state: 'out', at: world.now },
    remindAfter(0, town, world),
    0,
  )
  const { to, readers, by, files } = entry.data
  put(desk, entry, 'paper-sent', by, { to, readers: readers.length, files: files.length })
  readers.forEach((userid, i) => {
    sendFiles(desk, entry, addressOf(userid, town))
    say(desk, 'dispatch', entry, addressOf(userid, town), cardOf(entry, town, `${entry.no}_p${i}`, 0))
  })
  groupsOf(entry, town, world).forEach((address, i) => {
    const body = { ...cardOf(entry, town, `${entry.no}_g${i}`, 0), view: 'group' as const }
    say(desk, 'dispatch', entry, address, body)
  })
  return { decision: decided(desk), entry }
}

function sendFiles(desk: Desk, entry: PaperEntry, address: Address): void {
  for (const body of filesSaid(entry)) say(desk, 'dispatch', entry, address, body)
}
