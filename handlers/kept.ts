import type { Store } from '../context.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { stricter } from '../domain/case/shield.ts'
import { isApart } from '../domain/privacy/samePerson.ts'
import type { Place, Shield, Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import { LATELY_MS } from './cases.ts'

const LOOKED_THROUGH = 5

type Told = Readonly<{ town: Town; place: Place | null; text: string; reporter: Readonly<{ userid: string }> }>

/** How carefully what somebody adds is kept: as what he told in confidence the day before, unless it is quite another matter. */
export async function keptLately(store: Store, told: Told, world: World): Promise<Shield> {
  const own = await store.tasks({ reporter: told.reporter.userid, limit: LOOKED_THROUGH })
  const day = dayOf(world.now)
  const lately = ({ shield, createdAt }: Task) =>
    shield !== 'none' && world.now.getTime() - createdAt.getTime() <= LATELY_MS
  return own
    .filter((task) => lately(task) && !isApart(told, task, told.town, day))
    .reduce<Shield>((shield, task) => stricter(shield, task.shield), 'none')
}
