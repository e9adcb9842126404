import type { TimerRow } from './timerRow.ts'
import { addDuration } from '../clock/deadline.ts'
import { armQuiet, disarmRule } from '../case/clocks.ts'
import { alert, factsNow, record, setTimer, type Draft } from '../case/draft.ts'
import { barredUnits, supervisors } from '../people/barred.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { commandRoom, distinct, leaders, responsible, rungRecipients } from '../people/recipients.ts'
import { suspensionOf } from '../work/granted.ts'

/** How often one silence is spoken of; GoAlert and OnCall cap repeats at five too. */
export const QUIET_CAP = 5
const MONTH_MS = 30 * 24 * 60 * 60_000

/** A signed case where nothing moved for one arrival limit: the officer and his head hear it, five times at most. */
export function fireQuiet(draft: Draft, { step }: Pick<TimerRow, 'step'>): void {
  const { town, task, world } = draft
  const isAtWork = task.stage === 'signed' || task.stage === 'arrived'
  if (!isAtWork || suspensionOf(task)) return setTimer(draft, 'quiet', null)
  const since = task.activeAt ?? task.signedAt ?? world.now
  record(draft, 'quiet', 'system', { since: since.toISOString(), times: step + 1 })
  const heads = step > 0 ? rungRecipients(town, task, 'station_head', world.now) : []
  for (const address of distinct([...responsible(town, task, world.now), ...heads])) {
    alert(draft, address, { kind: 'quiet', facts: factsNow(draft), since: since.toISOString(), times: step + 1 })
  }
  if (step + 1 < QUIET_CAP) armQuiet(draft, step + 1)
  else setTimer(draft, 'quiet', null)
}

/** The command room has not ruled in time: it and the leaders hear it, daily for five days, then monthly. */
export function fireRule(draft: Draft, { step, dueAt }: Pick<TimerRow, 'step' | 'dueAt'>): void {
  const { town, task, world, policy } = draft
  if (task.stage !== 'triage' && task.stage !== 'disputed') return disarmRule(draft)
  record(draft, 'ruling-late', 'system', { times: step + 1 })
  const decide =
    isBeforeSupervisors(task) || barredUnits(task, town).length > 0 ? supervisors(task, town) : commandRoom(town)
  for (const address of distinct([...decide, ...leaders(town)])) {
    alert(draft, address, {
      kind: 'rule-due',
      facts: factsNow(draft),
      dueAt: (task.ruleBy ?? dueAt).toISOString(),
      over: true,
    })
  }
  const day = { amount: 1, unit: 'd' } as const
  const tomorrow = addDuration(world.now, day, policy.levels[task.level].hours, policy.workHours, world.calendar).at
  setTimer(draft, 'rule', step + 1 < QUIET_CAP ? tomorrow : new Date(world.now.getTime() + MONTH_MS), step + 1)
}
