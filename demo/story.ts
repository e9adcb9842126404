import type { Core } from '../app.ts'
import { putForward, type MovableClock } from '../clock.ts'
import type { StoryStep } from '../config/story.ts'
import type { Simulator } from '../simulator/port.ts'
import { streetPicture } from './picture.ts'

/** of a case, or of an entry of the township's book */
const NUMBER = /[A-Z]{2,4}\d{6}-\d{4,}|[A-Z]{2,4}-[A-Z]{2}\d{4}-\d{4,}/u

type Stage = Readonly<{ simulator: Simulator; core: Core; clock: MovableClock; stopped(): boolean }>

/**
 * Plays the story of the demo: people really say it to the bot, each at his time, and whatever comes due between is done.
 * Answers false when it was stopped before its end. Throws when somebody gets no answer.
 */
export async function playStory(stage: Stage, steps: readonly StoryStep[], end: Date): Promise<boolean> {
  const { core, clock } = stage
  const numbers = new Map<string, string>()
  for (const [index, step] of steps.entries()) {
    if (stage.stopped()) return false
    await until(stage, step.at)
    const said = step.says.replace(/\{(.*?)\}/gu, (_, label: string) => numbers.get(label || step.label) ?? '')
    const answer = await speak(stage, step, said, index)
    const number = NUMBER.exec(answer)?.[0]
    if (number !== undefined && !numbers.has(step.label)) numbers.set(step.label, number)
    // what follows is done here: a queue would wait for a time that this clock leaps over
    await core.jobs.sweep()
  }
  await until(stage, end)
  clock.set(end)
  return true
}

const until = ({ clock, core }: Stage, at: Date): Promise<void> =>
  putForward(clock, at, core.nextDue, () => core.jobs.sweep())

/** What the bot says to it. */
async function speak({ simulator }: Stage, step: StoryStep, text: string, mark: number): Promise<string> {
  const { who, picture } = step
  const answered = simulator.next((e) => e.type === 'bubble' && e.bubble.chat === who && e.bubble.from === 'bot')
  if (picture === null) await simulator.say(who, text)
  else {
    const data = await streetPicture(picture, mark)
    await simulator.sendMixed(who, text, [{ name: `${picture}.jpg`, data }])
  }
  const event = await answered
  return event.type === 'bubble' ? `${event.bubble.content} ${JSON.stringify(event.bubble.card ?? '')}` : ''
}
