import type { Env } from '../config/env.ts'
import { readOpenKeys } from '../config/open/keys.ts'
import type { Context } from '../context.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { OpenPort } from '../web/open/port.ts'

/** What is served to other systems; null where it is not wanted. A faulty line of the keys lets nobody in, and is named by the doctor. */
export async function openTo(
  { open, publicUrl }: Pick<Env, 'open' | 'publicUrl'>,
  ctx: Context,
  receive: (message: Inbound) => Promise<void>,
): Promise<OpenPort | null> {
  if (!open) return null
  const { keys, faults } = await readOpenKeys(open.keysFile)
  for (const { file, line } of faults) ctx.log.warn({ file, line }, 'a key of Open311 cannot be used')
  const { store, now, id, log } = ctx
  return { towns: () => ctx.towns, store, keys, receive, now, id, log, publicUrl }
}
