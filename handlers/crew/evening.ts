import type { Context } from '../../context.ts'
import { ofKind } from '../../domain/book/entry.ts'
import type { Notice } from '../../domain/notice.ts'
import { OPEN_STAGES } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { offTomorrow } from '../../domain/crew/evening.ts'
import type { Daily } from '../slice.ts'

const MOST = 1_000

/** 17:30: whoever is off tomorrow and holds open cases is reminded to hand them over. */
export const evening: Daily = {
  kind: 'evening',
  at: 17 * 60 + 30,
  work: async (ctx, world) => {
    const all = await Promise.all(world.towns.map((town) => ofTown(ctx, town, world)))
    return { notices: all.flat() }
  },
}

async function ofTown({ store }: Context, town: Town, { now, calendar }: World): Promise<Notice[]> {
  const tasks = await store.tasks({ town: town.code, stages: OPEN_STAGES, limit: MOST })
  const open = await store.entries({ town: town.code, kinds: ['handover'], states: ['asked'], limit: MOST })
  const givers = ofKind(open, 'handover').map(({ data }) => data.from)
  return offTomorrow(town, tasks, dayOf(now), calendar)
    .filter(({ userid }) => !givers.includes(userid))
    .map(({ userid, count }) => ({
      key: `evening|${town.code}|${dayOf(now)}|${userid}`,
      taskId: null,
      queue: 'dispatch',
      urgent: false,
      to: { kind: 'person', userid },
      body: { kind: 'handover-hint', count },
      reply: null,
      notBefore: now,
      dueAt: now,
      fallback: null,
    }))
}
