import type { AlarmKind, Sign } from '../../domain/alarm/kinds.ts'
import { ALARM_FINE, ALARM_NAMES, signCause, signMend, signName } from '../../domain/alarm/wording-alarm.ts'
import { type Check, fine } from './check.ts'

/** What an alarm would say of it, as a line of doctor and of the page of the machine. */
export const checkOfSign = (sign: Sign): Check => ({
  name: signName(sign),
  ok: sign.level,
  cause: signCause(sign),
  mend: signMend(sign),
})

/** The signs of a kind that was looked at, or that there is none. */
export function checksOf(kind: AlarmKind, signs: readonly Sign[], cause: string = ALARM_FINE[kind]): Check[] {
  const found = signs.filter((sign) => sign.kind === kind)
  return found.length > 0 ? found.map(checkOfSign) : [fine(ALARM_NAMES[kind], cause)]
}
