import type { Stop } from '../duty/power.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { delegationsOf } from '../duty/lent.ts'
import { powerOf } from '../duty/power.ts'
import { isInForce } from '../route/match.ts'
import { ownOrgan } from './wording-file.ts'

export type Standing =
  | Readonly<{ ok: true; organ: string; delegation: string | null }>
  /** `who` may punish instead, `day` says since or until when */
  | Readonly<{ ok: false; stop: Stop | null; who: string | null; day: string | null }>
  | Readonly<{ ok: false; stop: 'no-item'; who: null; day: null }>

/**
 * May the unit that has the case punish for its item on this day, and in whose name? What was lent is decided in the
 * name of who lent it, who bears the consequences (§20); anything else by the township (§24).
 */
export function standingOf({ item, lead }: Pick<Task, 'item' | 'lead'>, town: Town, day: string): Standing {
  const duty = town.duties.find(({ code }) => code === item)
  if (!duty || lead === null) return { ok: false, stop: 'no-item', who: null, day: null }
  const power = powerOf(duty, lead, town, day)
  if (!power.punish) return { ok: false, stop: power.stop, who: power.holder, day: power.day }
  if (!isInForce(duty, day)) return { ok: false, stop: 'item-over', who: null, day: duty.validFrom }
  const lent = delegationsOf(duty, town, day).find(({ to, state }) => to === lead && state === 'in-force')
  return { ok: true, organ: lent?.from ?? ownOrgan(town), delegation: lent?.doc ?? null }
}
