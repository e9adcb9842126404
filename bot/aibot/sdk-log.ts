import type { BotLog } from '../log.ts'

/** The logger the SDK takes. */
type SdkLog = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (message: string, ...rest: unknown[]) => void>>

/**
 * The SDK logs whole frames, with what people wrote and what the platform answered. Only the fixed words at the
 * start of each line are kept, and none of its arguments; its debug lines are dropped.
 */
export function sdkLog(log: BotLog): SdkLog {
  const keep = (message: string) => ({ sdk: (message.split(/[:=({[]/, 1)[0] ?? '').slice(0, 60).trim() })
  return {
    debug: () => undefined,
    info: (message) => log.debug(keep(message), 'aibot sdk'),
    warn: (message) => log.info(keep(message), 'aibot sdk'),
    error: (message) => log.info(keep(message), 'aibot sdk'),
  }
}
