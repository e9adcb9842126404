import type { Context } from '../context.ts'
import { backupAge } from '../domain/alarm/seen.ts'
import type { QuotaUse, Measured } from '../web/measured.ts'
import type { Readiness } from '../web/readiness.ts'
import type { Alarms } from './alarms.ts'
import type { Eyes } from './eyes.ts'

type Measures = Readonly<{
  ctx: Context
  eyes: Eyes
  alarms: Alarms
  ready(): Promise<Readiness>
  quotas(): readonly QuotaUse[]
  handled(): Readonly<Record<string, number>>
}>

const NONE = { cases: [], inbox: [], outbox: [] } as const

/** All that is measured at one moment; what the database does not say is left out. */
export async function measure({ ctx, eyes, alarms, ready, quotas, handled }: Measures): Promise<Measured> {
  const [is, seen, standing, census] = await Promise.all([
    ready(),
    eyes.glance(),
    alarms.standing(),
    ctx.store.census().catch(() => NONE),
  ])
  return {
    ready: is,
    seen,
    standing: standing.map(({ sign }) => sign.kind),
    census,
    backlog: ctx.store.backlog(),
    handled: handled(),
    quotas: quotas(),
    backupAge: seen.backup && backupAge(seen.backup, ctx.now()),
  }
}
