import type { QuotaLedger } from '../bot/quota/ledger.ts'
import { usesOf } from '../bot/quota/uses.ts'
import type { Town } from '../domain/town.ts'
import type { Store } from '../store/store.ts'

/** The longest window that is worth reading back; a whole day is only counted from our start on. */
const HOUR_MS = 60 * 60_000

type Whose = Readonly<{ towns: readonly Town[]; agentId: number | null }>

/** What went out in the hour before we started counts against the quotas, so that a restart in a storm drops nothing. */
export async function seedQuotas(store: Store, ledger: QuotaLedger, whose: Whose, now: Date): Promise<void> {
  const sent = await store.sentSince(new Date(now.getTime() - HOUR_MS))
  const inOrder = sent.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  ledger.seed(inOrder.flatMap(({ to, door, at }) => usesOf(to, door, whose).map((use) => ({ ...use, at }))))
}
