import type { Log } from '../context.ts'
import type { ChannelState, Destination } from '../domain/notice.ts'
import type { Lead } from './lead.ts'

/** Another process may have begun to lead a moment ago. */
const LATER_MS = 2_000

type Duties = Readonly<{
  channels(): readonly ChannelState[]
  /** `again`: not the first of this process, and not at its start */
  begin(again: boolean): Promise<void>
  end(): Promise<void>
}>

/** Takes up what the leading process does when we lead, and lays it down when we do not; one step at a time. */
export function attendant(lead: Lead, log: Log, { channels, begin, end }: Duties) {
  let attends = false
  let started = false
  let last: Promise<void> = Promise.resolve()

  async function step(): Promise<void> {
    const again = started
    started = true
    if (lead.leads() === attends) return
    attends = !attends
    await (attends ? begin(again) : end())
  }

  function look(): Promise<void> {
    last = last.then(step)
    return last
  }

  const changed = (): void =>
    void look().catch((error: unknown) => {
      log.error({ error: String(error) }, 'who leads has changed, and this process could not follow')
      last = Promise.resolve()
    })

  lead.attend({ channels, changed })
  return {
    look,
    async close(): Promise<void> {
      await lead.close()
      await last.catch(() => undefined)
    },
  }
}

/** Only the process that leads speaks; what comes to another one waits, and is found by that one. */
export function spokenBy(lead: Lead, doors: Destination): Destination {
  return {
    send: async (rows, now) =>
      lead.leads()
        ? doors.send(rows, now)
        : { outcome: 'wait', until: new Date(now.getTime() + LATER_MS), reason: 'another process leads', down: true },
    states: lead.channels,
  }
}
