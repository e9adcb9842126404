import type { Context } from '../../context.ts'
import type { Notice, NoticeBody } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { quietEnd } from '../../domain/clock/quiet.ts'
import { periodsOn, type Period } from '../../domain/digest/period.ts'
import { reportOf } from '../../domain/digest/report.ts'
import { commandRoom, distinct, leaders, recipientKey } from '../../domain/people/recipients.ts'
import { reportMaterial } from './load.ts'

/** 周报、月报, with the first card of a week and of a month, to the command room and the leaders. */
export async function postersOf(ctx: Context, town: Town, world: World): Promise<Notice[]> {
  const periods = periodsOn(dayOf(world.now), town, world.calendar)
  const posters = await Promise.all(periods.map((period) => posterOf(ctx, town, period, world)))
  return posters.flatMap((body, n) => noticesOf(town, `${periods[n]?.of}-${periods[n]?.from}`, body, world))
}

export async function posterOf(ctx: Context, town: Town, period: Period, world: World): Promise<NoticeBody> {
  const material = await reportMaterial(ctx, town, period)
  return { kind: 'poster', report: reportOf(period, town, material, world.now) }
}

function noticesOf(town: Town, period: string, body: NoticeBody, { now }: World): Notice[] {
  const at = quietEnd(town.policy.quietHours, now)
  return distinct([...commandRoom(town), ...leaders(town)]).map(({ to, fallback }) => ({
    key: `poster|${town.code}|${period}|${recipientKey(to)}`,
    ...{ taskId: null, queue: 'dispatch', urgent: false, to, body, reply: null, fallback },
    ...{ notBefore: at, dueAt: at },
  }))
}
