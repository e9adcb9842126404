import { afterEach, beforeEach, expect, it } from 'vitest'
import { appChannel } from '../../bot/app/channel.ts'
import { makeLedger } from '../../bot/quota/ledger.ts'
import { classOf, type CodeClass } from '../../bot/wecom/codes.ts'
import { NothingDone } from '../../domain/notice.ts'
import { ACCEPTED, row, TOWN } from '../bot/samples.ts'
import { Rest } from '../bot/rest.ts'

const MINUTE = 60_000
const SEND = 'message/send'
/** What becomes of a message in words that is answered so, and for how many ms it waits at least. */
const OUTCOMES: Readonly<Record<CodeClass, readonly [outcome: string, ms: number]>> = {
  retry: ['again', 0],
  slow: ['wait', MINUTE],
  token: ['wait', 5 * MINUTE],
  config: ['wait', 5 * MINUTE],
  recipient: ['refused', 0],
  window: ['refused', 0],
  card: ['refused', 0],
  permanent: ['refused', 0],
}
const KNOWN = Array.from({ length: 1_000_000 }, (_, i) => i - 100).filter((code) => classOf(code) !== null)

let rest: Rest
beforeEach(async () => {
  rest = await Rest.start()
})
afterEach(() => rest.close())

it.each(Object.entries(OUTCOMES))('every code that is %s has the same outcome', async (name, [outcome, ms]) => {
  const codes = KNOWN.filter((code) => classOf(code) === name)
  expect(codes.length).toBeGreaterThan(0)
  const common = { towns: [TOWN], log: rest.log, ledger: makeLedger() }
  const channel = appChannel({ ...common, api: rest.api, agentId: 1000002, interactive: true, member: () => true })
  for (const code of codes) {
    rest.react(SEND, code, code)
    const sent = await channel
      .send([row(ACCEPTED, { to: { kind: 'person', userid: 'u-1' } })], rest.now)
      .catch((error: unknown) => ({
        outcome: error instanceof NothingDone ? 'again' : 'thrown',
        reason: String(error),
      }))
    expect(sent.outcome, `${code}`).toBe(outcome)
    expect(sent, 'what the platform said itself carries addresses').not.toMatchObject({
      reason: expect.stringContaining('10.0.0.1'),
    })
    if ('until' in sent) expect(sent.until.getTime() - rest.now.getTime(), `${code}`).toBeGreaterThanOrEqual(ms)
    rest.reactions[SEND] = []
    rest.now = new Date(rest.now.getTime() + 10 * MINUTE)
  }
})
