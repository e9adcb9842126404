import type { Bus } from './bus.ts'
import type { Bubbles } from './chat/bubbles.ts'
import type { Callbacks, Exchange } from './chat/callbacks.ts'
import type { SimClock } from './clock.ts'
import type { FaultState } from './faults.ts'
import type { Journal } from './journal.ts'
import type { Ledger } from './ledger.ts'
import type { Links } from './media/links.ts'
import type { Shelf } from './media/shelf.ts'
import type { Settings } from './options.ts'
import type { People } from './people.ts'
import type { Quota } from './quota.ts'
import type { Line } from './socket/line.ts'
import type { Uploads } from './media/uploads.ts'

/** The parts of our WeCom; each handler is given all of them. */
export type Platform = Readonly<{
  settings: Settings
  clock: SimClock
  bus: Bus
  people: People
  bubbles: Bubbles
  callbacks: Callbacks
  /** callbacks held back on demand; null = not holding */
  held: { exchanges: Exchange[] | null }
  /** who entered the bot's chat on which day */
  entered: Set<string>
  /** feedback ids of the bot's messages by bubble */
  feedback: Map<string, string>
  shelf: Shelf
  links: Links
  uploads: Uploads
  quota: Quota
  faults: FaultState
  ledger: Ledger
  journal: Journal
  line: Line
}>
