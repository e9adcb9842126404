import { dayOf, minuteOfDay } from '../calendar/zone.ts'
import type { HandedIn } from './kinds.ts'

const two = (n: number): string => String(n).padStart(2, '0')

function moment(at: Date): string {
  const [, month, day] = dayOf(at).split('-').map(Number)
  const minute = minuteOfDay(at)
  return `${month}月${day}日 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** What stands behind the words of an order, for the unit that has it: whose number it has there, and when an answer is wanted. */
export function orderWords({ system, no, answerBy, matter }: HandedIn): string {
  if (system !== '12345') return ''
  const about = matter ? `（${matter}）` : ''
  const until = answerBy === null ? '' : `，要求 ${moment(new Date(answerBy))} 前答复`
  return `12345热线工单 ${no}${about}${until}`
}
