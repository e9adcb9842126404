import type { Context } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Person, Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { isFirstWorkday, unlicensed } from '../../domain/crew/licences.ts'
import { called } from '../../domain/work/called.ts'
import { workOf, type OpenWork } from '../../domain/work/mine.ts'
import { besideCard, MORNING } from '../../domain/work/sections.ts'
import { hasCards } from '../../domain/digest/times.ts'
import type { Daily } from '../slice.ts'
import { openWork } from './mine.ts'

/** More than this nobody reads on the way to work. */
const MOST = 10

/** The morning list: one short message to whoever has something to do today, and none to anybody else. */
export const morning: Daily = {
  kind: 'morning',
  at: 8 * 60 + 30,
  work: async (ctx, world) => {
    const lists = await Promise.all(world.towns.map((town) => ofTown(ctx, town, world)))
    return { notices: lists.flatMap(({ notices = [] }) => notices) }
  },
}

async function ofTown(ctx: Context, town: Town, world: World): Promise<Decision> {
  const people = called(town, world)
  const work = people.length > 0 ? await openWork(ctx, town) : { tasks: [], entries: [] }
  return { notices: people.flatMap((person) => listFor(person, town, work, world)) }
}

/** Once a month, with what he has to do. */
function unlicensedOf({ userid }: Person, town: Town, now: Date): Readonly<{ unlicensed?: readonly string[] }> {
  const names = unlicensed(town, userid, dayOf(now)).map(({ name }) => name)
  return names.length > 0 ? { unlicensed: names } : {}
}

function listFor(person: Person, town: Town, work: OpenWork, { calendar, now }: World): Notice[] {
  const sections = hasCards(dayOf(now), town, calendar) ? besideCard(MORNING) : MORNING
  const found = workOf({ person, town, calendar, now }, work, sections)
  const missing = isFirstWorkday(dayOf(now), calendar) ? unlicensedOf(person, town, now) : {}
  if (found.length === 0 && !('unlicensed' in missing)) return []
  const lines = found.slice(0, MOST).map(({ id, item }) => ({ id, item }))
  return [
    {
      key: `morning|${town.code}|${dayOf(now)}|${person.userid}`,
      taskId: null,
      // an alert would be merged with its neighbours and cut to two lines
      queue: 'dispatch',
      urgent: false,
      to: { kind: 'person', userid: person.userid },
      body: { kind: 'morning', lines, more: found.length - lines.length, ...missing },
      reply: null,
      notBefore: now,
      dueAt: now,
      fallback: null,
    },
  ]
}
