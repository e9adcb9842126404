import { CLOCKS, type LevelLimits, type Policy, type Rung, type RungTarget, type Span } from '../../domain/policy.ts'
import type { Duration } from '../../domain/calendar/duration.ts'
import { rulesWith } from '../../domain/rules/ruleOf.ts'
import type { RuleVersion } from '../../domain/rules/table.ts'
import type { Level } from '../../domain/level.ts'
import type { Where } from '../fault.ts'
import { wording } from '../wording.ts'
import { type Cell, isMissing } from './cell.ts'
import { oneOf, required } from './cellValue.ts'
import { DEFAULTS } from './defaults.ts'
import { type Notes, refuse, warn } from './notes.ts'
import { policyId } from './policyId.ts'
import { elapsedMs, parseDuration, parseShare, parseSpan } from './units.ts'
import { cellOf, cellsOf, fieldsOf, itemsOf, type Spot } from './yaml.ts'

export const LEVELS = ['emergency', 'urgent', 'normal'] as const satisfies readonly Level[]
const TARGETS = [
  'duty',
  'station_head',
  'command_room',
  'leaders',
  'supervisor',
] as const satisfies readonly RungTarget[]
const REQUIRED = ['levels', 'work_hours', 'remind_at', 'ladder']
const WITH_DEFAULT = ['return_limit', 'rule_within', 'feedback_window', 'reopen_window', 'quiet_hours', 'merge_within']
const NOTHING = ['none', 'no', 'off', 'false', '无', '不设']

/** The policy of clocks.yaml, and where each step of its ladder is written. */
export type Clocks = Readonly<{ policy: Policy; rungs: readonly Where[] }>

/** Reads clocks.yaml; the rules of the township are part of the same policy. */
export function readClocks(notes: Notes, spot: Spot, rules: readonly RuleVersion[]): Clocks {
  const at = fieldsOf(spot, [...REQUIRED, ...WITH_DEFAULT])
  const levels = readLevels(notes, at('levels'))
  const rungs = itemsOf(at('ladder'))
  const content = {
    levels,
    workHours: readWorkHours(notes, at('work_hours')),
    remindAt: readShares(notes, at('remind_at')),
    ladder: leftOut(notes, at('ladder'), DEFAULTS.written.ladder)
      ? DEFAULTS.ladder
      : rungs.map((rung) => readRung(notes, rung)),
    returnLimit: readCount(notes, cellOf(at('return_limit')), DEFAULTS.returnLimit),
    ruleWithin: readDuration(notes, cellOf(at('rule_within')), DEFAULTS.ruleWithin, true),
    feedbackWindow: readDuration(notes, cellOf(at('feedback_window')), DEFAULTS.feedbackWindow),
    reopenWindow: readDuration(notes, cellOf(at('reopen_window')), DEFAULTS.reopenWindow),
    quietHours: readQuietHours(notes, cellOf(at('quiet_hours'))),
    mergeWithin: elapsedMs(readDuration(notes, cellOf(at('merge_within')), DEFAULTS.mergeWithin)),
    rules: rulesWith(rules),
  }
  return { policy: { id: policyId(content), ...content }, rungs: rungs.map((rung) => rung.where) }
}

/** These four have no default in the contract; a township that forgot one is told what was taken. An empty list is not missing. */
function leftOut(notes: Notes, spot: Spot, taken: string): boolean {
  if (spot.node === null) warn(notes, spot.where, wording.emptyTaken(spot.where.field, taken))
  return spot.node === null
}

function readLevels(notes: Notes, spot: Spot): Record<Level, LevelLimits> {
  const at = fieldsOf(spot, LEVELS)
  const level = (name: Level) => readLevel(notes, at(name))
  return { emergency: level('emergency'), urgent: level('urgent'), normal: level('normal') }
}

function readLevel(notes: Notes, spot: Spot): LevelLimits {
  const at = fieldsOf(spot, [...CLOCKS, 'hours'])
  if (spot.node === null) refuse(notes, spot.where, wording.missingLevel(spot.where.field))
  const limit = (clock: string): Duration => {
    const cell = cellOf(at(clock))
    if (isMissing(cell) && spot.node !== null) refuse(notes, cell.where, wording.missingLimit(cell.where.field))
    return readDuration(notes, cell, { amount: 1, unit: 'd' }, true)
  }
  const limits = { sign: limit('sign'), arrive: limit('arrive'), finish: limit('finish') }
  const hours = oneOf(notes, cellOf(at('hours')), ['always', 'work'] as const, 'always')
  if (elapsedMs(limits.sign) > elapsedMs(limits.finish)) warn(notes, spot.where, wording.finishFirst())
  return { ...limits, hours }
}

function readDuration(notes: Notes, cell: Cell, fallback: Duration, positive = false): Duration {
  if (cell.text === null) return fallback
  const duration = parseDuration(cell.text)
  if (duration === null || (positive && duration.amount === 0))
    refuse(notes, cell.where, wording.badDuration(cell.text))
  return duration ?? fallback
}

function readCount(notes: Notes, cell: Cell, fallback: number): number {
  if (cell.text === null) return fallback
  if (!/^\d{1,3}$/u.test(cell.text)) refuse(notes, cell.where, wording.badCount(cell.text))
  return Number.parseInt(cell.text, 10) || 0
}

function readShares(notes: Notes, spot: Spot): readonly number[] {
  if (leftOut(notes, spot, DEFAULTS.written.remindAt)) return DEFAULTS.remindAt
  const shares = cellsOf(spot).map((cell) => {
    const share = parseShare(cell.text ?? '')
    if (share === null) refuse(notes, cell.where, wording.badShare(cell.text ?? ''))
    return share ?? 1
  })
  return [...new Set(shares)].sort((a, b) => a - b)
}

function readWorkHours(notes: Notes, spot: Spot): readonly Span[] {
  if (leftOut(notes, spot, DEFAULTS.written.workHours)) return DEFAULTS.workHours
  const spans = cellsOf(spot).flatMap((cell) => readWorkSpan(notes, cell))
  if (spans.length === 0 && itemsOf(spot).length === 0) refuse(notes, spot.where, wording.noWorkHours())
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  for (const [index, span] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && before.to > span.from) refuse(notes, spot.where, wording.overlap(clockText(before), clockText(span)))
  }
  return sorted
}

function readWorkSpan(notes: Notes, cell: Cell): Span[] {
  const span = parseSpan(cell.text ?? '')
  if (span && span.from < span.to) return [span]
  refuse(notes, cell.where, span ? wording.overMidnight(cell.text ?? '') : wording.badSpan(cell.text ?? ''))
  return []
}

const hourText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const clockText = (span: Span): string => `${hourText(span.from)}-${hourText(span.to)}`

function readQuietHours(notes: Notes, cell: Cell): Span | null {
  if (cell.text === null) return DEFAULTS.quietHours
  if (NOTHING.includes(cell.text.toLowerCase())) return null
  const span = parseSpan(cell.text)
  if (span === null) refuse(notes, cell.where, wording.badQuietHours(cell.text))
  return span
}

function readRung(notes: Notes, spot: Spot): Rung {
  const at = fieldsOf(spot, ['clock', 'after', 'to'])
  const clock = cellOf(at('clock'))
  required(notes, clock)
  const targets = cellsOf(at('to'))
  if (targets.length === 0) refuse(notes, at('to').where, wording.noTarget(TARGETS))
  return {
    clock: oneOf(notes, clock, CLOCKS, 'finish'),
    after: readDuration(notes, cellOf(at('after')), { amount: 0, unit: 's' }),
    to: [...new Set(targets.map((target) => oneOf(notes, target, TARGETS, 'command_room')))],
  }
}
