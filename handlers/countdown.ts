import type { Context, TimerRow } from '../context.ts'
import type { Decision } from '../domain/decision.ts'
import type { Notice } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import { addDays, dayOf, instant } from '../domain/calendar/zone.ts'
import { endings, type Ending } from '../domain/duty/countdown.ts'
import { toPerson, commandRoom, distinct, recipientKey, type Address } from '../domain/people/recipients.ts'
import { setStanding } from './standing.ts'

/** The name of the timer that looks every morning for what ends. */
export const COUNTDOWN = 'countdown'
/** minutes after midnight, Asia/Shanghai */
const AT = 8 * 60 + 30

const nextMorning = (now: Date): Date => {
  const today = instant(dayOf(now), AT)
  return today > now ? today : instant(addDays(dayOf(now), 1), AT)
}

/** Sets the morning's look going; once it is, it sets itself. */
export async function startCountdown(ctx: Context): Promise<void> {
  await setStanding(ctx, [{ subject: COUNTDOWN, kind: COUNTDOWN, dueAt: nextMorning(ctx.now()), step: 0 }])
}

/** 到期提醒: 60, 30 and 7 days before a power, a licence or the guidance of a department ends; what a morning missed is said on the next, and nothing twice. */
export function countdown(row: TimerRow, world: World): Decision {
  const day = dayOf(world.now)
  const notices = world.towns.flatMap((town) =>
    endings(town, day).flatMap((ending) =>
      addressed(town, ending).map((address) => notice(town, ending, address, world)),
    ),
  )
  return {
    notices,
    timers: [{ subject: row.subject, kind: row.kind, dueAt: nextMorning(world.now), step: row.step + 1 }],
  }
}

function addressed(town: Town, { userid }: Ending): Address[] {
  const own: Address[] = userid === null ? [] : [toPerson(userid)]
  return distinct([...own, ...commandRoom(town)])
}

function notice(town: Town, ending: Ending, { to, fallback }: Address, { now }: World): Notice {
  const { what, subject, others, until, days, dueOn } = ending
  return {
    key: `${COUNTDOWN}|${town.code}|${dueOn}|${what}|${subject}|${until}|${recipientKey(to)}`,
    taskId: null,
    queue: 'alerts',
    urgent: false,
    to,
    body: { kind: 'ending', what, subject, others, until, days },
    reply: null,
    notBefore: now,
    dueAt: now,
    fallback,
  }
}
