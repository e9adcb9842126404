import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { expectInvariants } from '../invariants/invariants.ts'
import { eventually } from '../jobs/eventually.ts'
import { books } from './books.ts'
import { standby, type Standby } from './standby.ts'
import { CASE_NO, street, type Street } from './street.ts'

const MOST_STEPS = 60
/** a message whose fate was unclear is tried again after minutes */
const LATE = 150_000

/** Nobody tells what somebody else told, and all is told to the same people, so that each round has as many steps. */
const VILLAGES = [...'东南西北上下前后左右'].flatMap((side) =>
  ['柳湾', '杏湾', '梅湾', '竹湾', '兰湾', '菊湾'].map((name) => side + name),
)

async function settled(): Promise<Street> {
  const village = await street(MOST_STEPS)
  const rows = VILLAGES.map((name, n) => `QSX${n},${name},,,,,`)
  await appendFile(join(village.here.town, 'villages.csv'), `${rows.join('\n')}\n`)
  return village
}

/** Somebody reports; answers the msgid once the program died of it or all is said and done, and where it died. */
async function reports(
  village: Street,
  n: number,
  { program }: Standby,
): Promise<Readonly<{ msgid: string; at: string | null }>> {
  const { msgid } = await village.simulator.say(`v-${n}`, `${VILLAGES[n - 1]}有人偷砍树`)
  let over = false
  void program.ended.then(() => (over = true))
  await eventually(`round ${n}`, () => over || isDone(village, n), LATE)
  const [, at = null] = /CRASH_AT: (\S+)/.exec(program.stderr) ?? []
  return { msgid: msgid ?? '', at }
}

async function isDone(village: Street, n: number): Promise<boolean> {
  const ledger = books(village.here)
  const heard = village.simulator.chat(`v-${n}`).some(({ from, content }) => from === 'bot' && CASE_NO.test(content))
  return heard && (await ledger.inbox('pending')) === 0 && (await ledger.outbox('pending')).length === 0
}

it('F1 killed at every step of a report and started again: one case, and everybody hears of it', async () => {
  const village = await settled()
  const died: string[] = []
  let alive = standby(village)
  await alive.begins()
  for (let n = 1; n <= MOST_STEPS; n += 1) {
    await village.connected()
    await alive.diesAt(`receive+${n}`)
    const next = standby(village)
    const { msgid, at } = await reports(village, n, alive)
    if (at === null) break
    died.push(at)
    alive = next
    await alive.begins()
    if (village.simulator.connected) await village.simulator.next((e) => e.type === 'link' && !e.connected)
    await village.connected()
    // as WeCom does with what it was not told of; what it was told of is known
    village.simulator.faults.redeliver(msgid)
    await eventually(`round ${n}, killed at ${at}`, () => isDone(village, n), LATE)
  }
  // not asked to stop: its last step may still lie on the way out
  await alive.program.kill('SIGKILL')
  const steps = ['receive', 'received', 'decided', 'begin', 'half', 'written', 'committed', 'send', 'sent']
  expect(died).toEqual(expect.arrayContaining(steps))
  await inOrder(village, died.length + 1)
}, 600_000)

async function inOrder({ here, simulator }: Street, told: number): Promise<void> {
  const loaded = await loadTowns(here.town)
  const cases = await books(here).cases()
  expect(new Set(cases.map(({ caseNo }) => caseNo)).size).toBe(told)
  await expectInvariants({
    database: `file:${join(here.dataDir, 'shaozi.db')}`,
    now: new Date(),
    phones: { bubbles: simulator.bubbles, towns: loaded.ok ? loaded.towns : [], deaths: told },
  })
}
