import { join } from 'node:path'
import type { Core } from '../app.ts'
import type { MovableClock } from '../clock.ts'
import type { Env } from '../config/env.ts'
import { readStory, type StoryStep } from '../config/story.ts'
import { townFolders } from '../config/township/load.ts'
import { castWording } from '../config/wording-cli.ts'
import type { Simulator } from '../simulator/port.ts'
import { playStory } from './story.ts'

/** A day before the story starts, for those who say hello. */
const BEFORE_MS = 3_600_000
const NOTE = 'demo-story'

export type FirstDay = Readonly<{
  env: Pick<Env, 'demoStory' | 'townConfig'>
  simulator: Simulator
  core: Core
  clock: MovableClock
  /** nobody wants the demo any more */
  stopped(): boolean
}>

/** All staff say hello, and what happened in the weeks before is played. */
export async function firstDay(day: FirstDay): Promise<void> {
  const { clock, simulator, core } = day
  const steps = await storyFor(day)
  const first = steps[0]
  if (first) {
    await core.ctx.store.putNote({ key: NOTE, value: 'begun', until: null })
    clock.reset(new Date(first.at.getTime() - BEFORE_MS))
  }
  await greet(simulator, core)
  if (!first || !(await playStory(day, steps, new Date()))) return
  clock.reset()
  await core.ctx.store.putNote({ key: NOTE, value: 'done', until: null })
}

/** Was the program ended in the middle of the story? */
export const isHalfTold = async ({ ctx }: Core): Promise<boolean> => (await ctx.store.note(NOTE))?.value === 'begun'

/** The story of the township, for a database in which nothing has happened. Another township has no story, or its own. */
async function storyFor({ env, core, clock, simulator }: FirstDay): Promise<readonly StoryStep[]> {
  const [folder] = await townFolders(env.townConfig)
  if (!env.demoStory || folder === undefined || (await core.ctx.store.latestEventAt())) return []
  const { steps, faults } = await readStory(join(folder, 'story.csv'), clock.now())
  const people = new Set(simulator.state().phones.map(({ userid }) => userid))
  const strange = steps.find(({ who }) => !people.has(who))
  if (faults.length === 0 && !strange) return steps
  core.ctx.log.warn({ folder, fault: faults[0], strange: strange?.who }, 'the story of the demo cannot be played')
  return []
}

/** The head of one unit never said hello, as happens: what cannot reach him is shown on the triage desk. */
const SILENT = 'u-fengjun'

/** WeCom lets a bot write only to those who wrote to it once: all other staff of the demo say hello, as real staff must. */
async function greet(simulator: Simulator, core: Core): Promise<void> {
  if (!simulator.connected) await simulator.next((e) => e.type === 'link' && e.connected)
  const staff = new Set(core.ctx.towns.flatMap(({ people }) => people.map(({ userid }) => userid)))
  const known = simulator.state().phones.filter(({ userid }) => staff.has(userid) && userid !== SILENT)
  const answered = known.map(({ userid }) =>
    simulator.next((e) => e.type === 'bubble' && e.bubble.chat === userid && e.bubble.from === 'bot'),
  )
  for (const { userid } of known) await simulator.say(userid, castWording.hello)
  await Promise.all(answered)
  await core.idle()
}
