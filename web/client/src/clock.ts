import { readonly, ref } from 'vue'
import { printing } from './print.ts'

/** ms the server's clock is ahead of this one's: a wrong clock on a desk must not show wrong countdowns */
let ahead = 0
const tick = ref(Date.now())
setInterval(() => (tick.value = Date.now() + ahead), 1000)

/** The server said what time it is. */
export function serverSays(now: string): void {
  ahead = new Date(now).getTime() - Date.now()
  tick.value = Date.now() + ahead
}

/** Server time in ms, moving once a second. */
export const serverNow = readonly(tick)

const ZONE = 'Asia/Shanghai'
const DAY_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

const WHOLE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** `11/24 10:05`, on paper `2026/11/24 10:05`; Shanghai time whatever the desk is set to. */
export const dayTime = (instant: string | null): string =>
  instant === null ? '' : (printing.value ? WHOLE : DAY_TIME).format(new Date(instant))

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})
const DATE = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric', weekday: 'long' })

/** `10:05:09`, for a clock on a wall. */
export const clockFace = (at: number): string => TIME.format(at)
/** 11 月 24 日星期二 */
export const dateFace = (at: number): string => DATE.format(at)
const HOUR = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'numeric', day: 'numeric', weekday: 'short' })

/** `13:30`; what ends at midnight ends at 24:00. */
export function hourOf(instant: string, end = false): string {
  const hour = HOUR.format(new Date(instant))
  return end && hour === '00:00' ? '24:00' : hour
}

const WHOLE_DAY = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
})

/** `11/24周二` of a day YYYY-MM-DD; on paper with its year. */
export const dayName = (day: string): string => (printing.value ? WHOLE_DAY : DAY).format(new Date(`${day}T00:00:00Z`))
