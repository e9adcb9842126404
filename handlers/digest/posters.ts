import type { Context } from '../../context.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { quietEnd } from '../../domain/clock/quiet.ts'
import { periodsOn, type Period } from '../../domain/digest/period.ts'
import { isEmpty, reportOf, type Report } from '../../domain/digest/report.ts'
import { commandRoom, distinct, leaders, recipientKey } from '../../domain/people/recipients.ts'
import { reportMaterial } from './load.ts'

/** 周报、月报, with the first card of a week and of a month, to the command room and the leaders. */
export async function postersOf(ctx: Context, town: Town, world: World): Promise<Notice[]> {
  const periods = periodsOn(dayOf(world.now), town, world.calendar)
  const reports = await Promise.all(periods.map((period) => reportFor(ctx, town, period, world)))
  return reports.filter((report) => !isEmpty(report)).flatMap((report) => noticesOf(town, report, world))
}

export async function reportFor(ctx: Context, town: Town, period: Period, world: World): Promise<Report> {
  return reportOf(period, town, await reportMaterial(ctx, town, period), world.now)
}

function noticesOf(town: Town, report: Report, { now }: World): Notice[] {
  const at = quietEnd(town.policy.quietHours, now)
  return distinct([...commandRoom(town), ...leaders(town)]).map(({ to, fallback }) => ({
    key: `poster|${town.code}|${report.of}-${report.from}|${recipientKey(to)}`,
    ...{ taskId: null, queue: 'dispatch', urgent: false, to, body: { kind: 'poster', report }, reply: null, fallback },
    ...{ notBefore: at, dueAt: at },
  }))
}
