import type { Log } from '../context.ts'

/**
 * While the story is told, messages to the one who never said hello belong to it: they are shown on the triage desk, and
 * are no news for whoever starts the demo.
 */
export function quiet(log: Log, isTelling: () => boolean): Log {
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => {
      if (isTelling() && Reflect.get(fields, 'why') === 'never-wrote') log.debug(fields, message)
      else log.warn(fields, message)
    },
    error: (fields, message) => log.error(fields, message),
    child: (fields) => quiet(log.child(fields), isTelling),
  }
}
