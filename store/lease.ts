import type { Database } from './database.ts'
import { toJson } from './json.ts'
import type { Kit } from './kit.ts'
import type { Leases } from './store.ts'

/** What the process that has it does: speaks with WeCom, delivers, sweeps. */
export const LEAD = 'lead'

/** The database's own clock decides: those of several machines may differ. */
const TAKE = `INSERT INTO "lease" ("name", "holder", "fence", "until", "said")
SELECT j."name", j."holder", 1, clock_timestamp() + j."ms" * interval '1 millisecond', j."said"
FROM json_to_recordset($1::json) AS j("name" text, "holder" text, "ms" integer, "said" jsonb)
ON CONFLICT ("name") DO UPDATE SET
  "fence" = "lease"."fence" + CASE WHEN "lease"."holder" = EXCLUDED."holder" THEN 0 ELSE 1 END,
  "holder" = EXCLUDED."holder", "until" = EXCLUDED."until", "said" = EXCLUDED."said"
WHERE "lease"."holder" = EXCLUDED."holder" OR "lease"."until" < clock_timestamp()
RETURNING "fence"`

const LOOK = `SELECT "holder", "said" FROM "lease" WHERE "name" IN (SELECT value FROM json_array_elements_text($1::json) AS items(value)) AND "until" >= clock_timestamp()`

const DROP = `UPDATE "lease" SET "until" = clock_timestamp() - interval '1 second'
WHERE EXISTS (SELECT 1 FROM json_to_recordset($1::json) AS j("name" text, "holder" text) WHERE j."name" = "lease"."name" AND j."holder" = "lease"."holder")`

/** A file has one writer anyhow, who holds everything (lock.ts). */
const ALONE: Leases = {
  takeLease: () => Promise.resolve(1),
  dropLease: () => Promise.resolve(),
  leaseHeld: () => Promise.resolve(null),
}

/** Past the commit queue and the readers, on purpose: who leads must be able to say so however busy they are. */
export function leases({ aside: sql }: Pick<Database, 'aside'>): Leases {
  if (sql === null) return ALONE
  return {
    async takeLease(lease) {
      const [row] = await sql.rows<{ fence: number }>(TAKE, toJson([lease]))
      return row?.fence ?? null
    },
    async dropLease(name, holder) {
      await sql.run(DROP, toJson([{ name, holder }]))
    },
    async leaseHeld(name) {
      const [row] = await sql.rows<{ holder: string; said: unknown }>(LOOK, toJson([name]))
      return row ?? null
    },
  }
}

/** Of who leads now or did last. */
export async function newestFence({ sql, say }: Kit): Promise<number> {
  const [row] = await sql.rows<{ fence: number }>(say.fence, toJson([LEAD]))
  return row?.fence ?? 0
}
