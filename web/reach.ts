import type { Desk } from './desk.ts'

/** Doors by which one of the staff is written to. */
const TO_STAFF: readonly string[] = ['aibot', 'app']

/** Can a code reach anybody now? */
export const reachesStaff = ({ ctx }: Pick<Desk, 'ctx'>): boolean =>
  ctx.channel.states().some(({ name, up }) => up && TO_STAFF.includes(name))
