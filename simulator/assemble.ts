import { makeBus } from './bus.ts'
import { makeBubbles } from './chat/bubbles.ts'
import { makeCallbacks } from './chat/callbacks.ts'
import { oneAtATime, ownClock } from './clock.ts'
import { calmState } from './faults.ts'
import { noJournal, openJournal } from './journal.ts'
import { makeLedger } from './ledger.ts'
import { makeLinks } from './media/links.ts'
import { makeShelf } from './media/shelf.ts'
import { makeUploads } from './media/uploads.ts'
import { settingsOf, type SimulatorOptions } from './options.ts'
import { makePeople } from './people.ts'
import type { Platform } from './platform.ts'
import { makeQuota } from './quota.ts'

/** All parts, with what the journal remembers. */
export function makePlatform(options: SimulatorOptions): Platform {
  const settings = settingsOf(options)
  const file = options.journal
  const { journal, remembered } = file
    ? openJournal(file)
    : { journal: noJournal, remembered: { bubbles: [], spoken: [] } }
  const bus = makeBus()
  const people = makePeople(settings)
  for (const chat of remembered.spoken) people.spoke(chat)
  return {
    settings,
    clock: oneAtATime(options.clock ?? ownClock()),
    bus,
    people,
    bubbles: makeBubbles(bus, journal, remembered),
    callbacks: makeCallbacks(),
    held: { exchanges: null },
    entered: new Set(),
    feedback: new Map(),
    shelf: makeShelf(file ? `${file}.files` : null),
    links: makeLinks(),
    uploads: makeUploads(),
    quota: makeQuota(),
    faults: calmState(),
    ledger: makeLedger((frame) => bus.emit({ type: 'frame', frame })),
    journal,
    line: { live: null },
  }
}

/** As on the first day. */
export function forget(platform: Platform): void {
  const { people, bubbles, callbacks, entered, feedback, shelf, links, uploads, quota, ledger } = platform
  for (const part of [people, bubbles, callbacks, entered, feedback, shelf, links, uploads, quota, ledger]) part.clear()
}
