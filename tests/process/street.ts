import { cp } from 'node:fs/promises'
import { inject, onTestFinished } from 'vitest'
import { castOf } from '../../config/cast.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Bubble } from '../../simulator/api.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import type { Simulator } from '../../simulator/port.ts'
import { place, spoil, type Place } from './place.ts'
import { start, type Program, type Setting } from './program.ts'

const BOT = { id: 'aib-street', secret: 'street-secret-7788', name: '哨子' }

/** Our WeCom in this process, and a place for the program in front of it, which may die and come back. */
export type Street = Readonly<{
  simulator: Simulator
  here: Place
  /** starts the program, as it would be started again after a crash */
  start(more?: Setting): Program
  /** resolves when a bot is logged in */
  connected(): Promise<void>
  /** kill -9; resolves when our WeCom has noticed too */
  crash(program: Program): Promise<void>
  /** the first message of the bot in a chat that fits, there already or still to come */
  hears(chat: string, words: RegExp): Promise<Bubble>
}>

export const CASE_NO = /QS\d{6}-\d{4,}/
const LATE = { within: 60_000 }

/** `villagers` = how many; they are v-1, v-2 … and have never written. All staff has. */
export async function street(villagers: number, more: Setting = {}): Promise<Street> {
  const here = await place()
  // or each program that is killed young would begin to learn it anew
  await cp(inject('heard'), here.dataDir, { recursive: true })
  // whatever the hour at which the tests run
  await spoil(`${here.town}/clocks.yaml`, 'quiet_hours: "22:00-07:00"', 'quiet_hours: none')
  const loaded = await loadTowns(here.town)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  const staff = loaded.towns.flatMap((town) => town.people).map(({ userid, name }) => ({ userid, name, label: name }))
  const others = Array.from({ length: villagers }, (_, i) => ({
    userid: `v-${i + 1}`,
    name: `村民${i + 1}`,
    label: '村民',
  }))
  const simulator = await startSimulator({
    bot: BOT,
    phones: [...others, ...staff],
    groups: castOf(loaded.towns).groups,
  })
  onTestFinished(() => simulator.close())
  simulator.acquaint(staff.map(({ userid }) => userid))
  const env = {
    ...here.env,
    WECOM_AIBOT_ID: BOT.id,
    WECOM_AIBOT_SECRET: BOT.secret,
    WECOM_AIBOT_WS_URL: simulator.wsUrl,
    ...more,
  }
  return {
    simulator,
    here: { ...here, env },
    start: (own = {}) => start(['start'], { cwd: here.cwd, env: { ...env, ...own } }),
    connected: async () => {
      if (!simulator.connected) await simulator.next((e) => e.type === 'link' && e.connected, LATE)
    },
    crash: async (program) => {
      const noticed = simulator.connected ? simulator.next((e) => e.type === 'link' && !e.connected, LATE) : null
      await program.kill('SIGKILL')
      await noticed
    },
    hears: (chat, words) => hears(simulator, chat, words),
  }
}

async function hears(simulator: Simulator, chat: string, words: RegExp): Promise<Bubble> {
  const fits = (bubble: Bubble) => bubble.chat === chat && bubble.from === 'bot' && words.test(textOf(bubble))
  const there = simulator.chat(chat).find(fits)
  if (there) return there
  const come = await simulator
    .next((e): e is Extract<typeof e, { type: 'bubble' }> => e.type === 'bubble' && fits(e.bubble), LATE)
    .catch(() => null)
  if (!come) throw new Error(`${chat} never heard ${words}, only:\n${simulator.chat(chat).map(textOf).join('\n')}`)
  return come.bubble
}

/** Everything a reader sees of a bubble. */
export function textOf(bubble: Bubble): string {
  return bubble.card ? JSON.stringify(bubble.card) : bubble.content
}
