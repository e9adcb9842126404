import { whileIn } from '../book/desk.ts'
import type { Decision } from '../decision.ts'
import type { Entry } from '../book/entry.ts'
import type { World } from '../world.ts'
import type { Duration } from '../calendar/duration.ts'
import { addDuration } from '../clock/deadline.ts'
import { DAY } from '../calendar/zone.ts'
import { distinct, responsible, rungRecipients } from '../people/recipients.ts'
import {
  alert,
  begin,
  decide,
  enter,
  factsNow,
  nextCardId,
  record,
  setEntryTimer,
  type CaseInHand,
  type Draft,
} from '../case/draft.ts'
import { isRunning } from '../case/transitions.ts'
import { room } from './ask.ts'
import { extensionCard, suspensionCard } from './cards.ts'
import { suspensionOf } from './granted.ts'
import { askAfter } from './limits.ts'

/** An alarm that never tires is switched off by its readers: five working days, then every thirty days. */
const DAILY = 5
const MONTH = 30 * DAY

/** What follows when the timer of something in the book of a case comes due. */
export function fireWork(hand: CaseInHand, entry: Entry, step: number, world: World): Decision {
  const draft = begin(world, hand)
  if (!isRunning(hand.task) || !speaks(draft, entry, step)) setEntryTimer(draft, entry, entry.kind, null)
  return decide(draft)
}

/** False where nothing is waited for any more. */
function speaks(draft: Draft, entry: Entry, step: number): boolean {
  if (entry.kind === 'extension' && entry.state === 'asked') undecided(draft, entry, step)
  else if (entry.kind === 'suspension' && entry.state === 'asked') undecided(draft, entry, step)
  else if (entry.kind === 'suspension' && entry.state === 'held') review(draft, entry, step)
  else if (entry.kind === 'outside' && entry.state === 'waiting') askOutside(draft, entry)
  else return false
  return true
}

/** Nobody decided in time: the command room hears it. The clock runs on, and silence is no consent. */
function undecided(draft: Draft, entry: Entry<'extension'> | Entry<'suspension'>, step: number): void {
  record(draft, `${entry.kind}-undecided`, 'system', { no: entry.no, times: step + 1 })
  for (const address of room(draft)) {
    const cardId = nextCardId(draft)
    const card = entry.kind === 'extension' ? extensionCard(draft, entry, cardId) : suspensionCard(draft, entry, cardId)
    alert(draft, address, whileIn(entry, { ...card, late: true }))
  }
  again(draft, entry, step)
}

/** The day has come: 恢复 or 再挂, by those who wait and those who let them. */
function review(draft: Draft, entry: Entry<'suspension'>, step: number): void {
  const { town, task, world } = draft
  record(draft, 'review-due', 'system', { no: entry.no, times: step + 1 })
  const unit = [...responsible(town, task, world.now), ...rungRecipients(town, task, 'station_head', world.now)]
  const { why: note = null, until = null } = suspensionOf(task) ?? {}
  for (const address of distinct([...unit, ...room(draft)]))
    alert(
      draft,
      address,
      whileIn(entry, { kind: 'work-news', facts: factsNow(draft), news: 'review', note, by: null, until }),
    )
  again(draft, entry, step)
}

function again(draft: Draft, entry: Entry, step: number): void {
  const next = step + 1 < DAILY ? after(draft, { amount: 1, unit: 'd' }) : new Date(draft.world.now.getTime() + MONTH)
  setEntryTimer(draft, entry, entry.kind, next, step + 1)
}

/** 问一下办到哪了: until the unit says what was answered, or the case is finished. */
function askOutside(draft: Draft, entry: Entry<'outside'>): void {
  const { town, task, world } = draft
  const asked = entry.data.asked + 1
  const dueAt = after(draft, askAfter(draft))
  enter(draft, { ...entry, dueAt, data: { ...entry.data, asked } })
  setEntryTimer(draft, entry, 'outside', dueAt, asked)
  record(draft, 'outside-due', 'system', { no: entry.no, times: asked })
  for (const address of responsible(town, task, world.now))
    alert(
      draft,
      address,
      whileIn(entry, {
        kind: 'work-news',
        facts: factsNow(draft),
        news: 'outside-due',
        note: entry.data.name,
        by: null,
      }),
    )
}

function after({ policy, world }: Draft, d: Duration): Date {
  return addDuration(world.now, d, 'work', policy.workHours, world.calendar).at
}
