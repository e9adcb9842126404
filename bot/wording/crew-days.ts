import type { ShiftSaid } from '../../domain/crew/said.ts'
import { quoted } from './common.ts'

const DAY_MS = 86_400_000

/** 12月3日 */
export function dayText(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** 12月3日, 12月3日到12月5日 */
export const span = (from: string, to: string): string =>
  from === to ? dayText(from) : `${dayText(from)}到${dayText(to)}`

const follows = (day: string, next: string): boolean => Date.parse(next) - Date.parse(day) === DAY_MS

const MOST = 5

/** 12月3日到12月5日、12月8日: days in a row are said once. */
export function daysText(days: readonly string[]): string {
  const spans: { from: string; to: string }[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && follows(last.to, day)) last.to = day
    else spans.push({ from: day, to: day })
  }
  const shown = spans.slice(0, MOST).map(({ from, to }) => span(from, to))
  return `${shown.join('、')}${spans.length > MOST ? '等' : ''}`
}

/** 12月3日由李强替张伟 */
export const shiftText = ({ date, out, in: into }: ShiftSaid): string =>
  `${dayText(date)}由${quoted(into, 20)}替${quoted(out, 20)}值班`

export const shiftsText = (shifts: readonly ShiftSaid[]): string => shifts.map(shiftText).join('，')
