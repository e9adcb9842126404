import { DAY, HOUR, MINUTE } from '../../domain/calendar/zone.ts'

/** `normal` is what may be used of it by what can wait: the rest is left to what is urgent. */
type Room = Readonly<{ urgent: number; normal: number }>
/** The last `span` ms, or a natural day in Shanghai. */
export type Limit = Room & Readonly<{ span: number | 'day' }>
export type QuotaName = 'aibot-chat' | 'aibot-upload' | 'app-member' | 'app-day' | 'appchat-member' | 'robot'

/** Our windows are a little longer than the platform's, since messages arrive late. */
const LATE = 2000
const within = (span: number, urgent: number, normal: number): Limit => ({ span: span + LATE, urgent, normal })

/**
 * What the platform takes, and how far we go. Beyond its limits it mostly says nothing and drops the message.
 * - aibot-chat      30 a minute and 1000 an hour into one chat
 * - aibot-upload    30 a minute and 1000 an hour by one bot
 * - app-member      the same to one member by one app
 * - app-day         200 times the number of accounts, per app and natural day, each recipient counted
 * - appchat-member  200 a minute and 10,000 a day to one member through group chats of apps
 * - robot           20 a minute by one group robot
 */
export function quotasFor(people: number): Readonly<Record<QuotaName, readonly Limit[]>> {
  const chat = [within(MINUTE, 28, 24), within(HOUR, 950, 950)]
  const daily = people * 200
  return {
    'aibot-chat': chat,
    'aibot-upload': chat,
    'app-member': chat,
    'app-day': [{ span: 'day', urgent: Math.floor(daily * 0.98), normal: Math.floor(daily * 0.9) }],
    'appchat-member': [within(MINUTE, 180, 150), within(DAY, 9500, 9000)],
    robot: [within(MINUTE, 18, 15)],
  }
}
