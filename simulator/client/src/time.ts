const zone = 'Asia/Shanghai'
const MINUTE = 60_000

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('zh-CN', { timeZone: zone, ...options })
const day = format({ month: 'long', day: 'numeric', weekday: 'short' })
const minute = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const second = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

export const clockDay = (at: number) => day.format(at)
export const clockTime = (at: number) => second.format(at)
export const hourMinute = (at: string) => minute.format(Date.parse(at))
export const dayMinute = (at: string) => `${day.format(Date.parse(at))} ${hourMinute(at)}`

/** Whether a chat shows the time above a bubble: at the start, and after five minutes of silence. */
export const needsTime = (at: string, before: string | undefined) =>
  before === undefined || Date.parse(at) - Date.parse(before) > 5 * MINUTE
