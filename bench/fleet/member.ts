import { benchCore } from '../core.ts'
import { message } from '../town.ts'

/** Asked of a member: so many reports from this number on. */
export type Asked = Readonly<{ from: number; count: number }>
/** Told by a member: it is there; all it was asked for is committed; so many messages went out. */
export type Told = Readonly<{ ready: true }> | Readonly<{ committed: number }> | Readonly<{ sent: number }>

/** What goes out is only counted. */
const NOBODY_THERE = { WECOM_AIBOT_ID: 'aib-bench', WECOM_AIBOT_SECRET: 'none', WECOM_AIBOT_WS_URL: 'ws://127.0.0.1:9' }
const IN_FLIGHT = 300
const TELL_MS = 20

/** One process of several, as ROLE says; it takes in what it is asked for as fast as it goes. */
async function member(dir: string, redisUrl: string, databaseUrl: string, role: string): Promise<void> {
  let sent = 0
  let told = 0
  const core = await benchCore(dir, redisUrl, 'short', () => (sent += 1), {
    ...NOBODY_THERE,
    DATABASE_URL: databaseUrl,
    ROLE: role,
  })
  const tell = (what: Told): void => void process.send?.(what)
  setInterval(() => {
    if (sent > told) tell({ sent })
    told = sent
  }, TELL_MS)
  process.on('message', ({ from, count }: Asked) => {
    let next = from
    const lane = async (): Promise<void> => {
      while (next < from + count) await core.receive(message((next += 1)))
    }
    void Promise.all(Array.from({ length: IN_FLIGHT }, lane)).then(() => tell({ committed: count }))
  })
  tell({ ready: true })
}

const [dir = '', redisUrl = '', databaseUrl = '', role = ''] = process.argv.slice(2)
await member(dir, redisUrl, databaseUrl, role)
