import type { Context } from '../../context.ts'
import { OPEN_STAGES } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { MINE, OPEN_BOOK, type SectionId } from '../../domain/work/sections.ts'
import { workOf, type Found, type OpenWork } from '../../domain/work/mine.ts'
import { refusal } from '../acts.ts'
import { mayBeSaid } from '../here.ts'
import { reviewsBefore } from '../review/mine.ts'
import { answer, type Result, type Turn } from '../turn.ts'

const MOST = 10

/** 我的任务: what this person has to do, by each of his roles; a group reads along. */
export async function onMyTasks(turn: Turn): Promise<Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const who = { person, town, calendar: turn.ctx.calendar, now: turn.world.now }
  // what a reviewer has before him comes from every township
  const all = [...(await reviewsBefore(turn)), ...workOf(who, await openWork(turn.ctx, town), MINE)]
  const said = all.filter((found) => maySay(turn, found))
  return answer('my tasks', { kind: 'my-tasks', sections: inSections(said), alone: all.length - said.length })
}

/** What belongs to no case is nobody's business but the owner's. */
const maySay = (turn: Turn, { task }: Found): boolean =>
  task ? mayBeSaid(turn, task) : turn.row.chat.type === 'single'

function inSections(found: readonly Found[]) {
  const ids: readonly SectionId[] = [...new Set(found.map(({ id }) => id))]
  return ids.map((id) => {
    const items = found.filter((each) => each.id === id).map(({ item }) => item)
    return { id, items: items.slice(0, MOST), more: Math.max(0, items.length - MOST) }
  })
}

const MOST_OPEN = 1000

/** Everything that is open in a township. */
export async function openWork({ store }: Context, town: Town): Promise<OpenWork> {
  const [tasks, book] = await Promise.all([
    store.tasks({ town: town.code, stages: OPEN_STAGES, limit: MOST_OPEN }),
    store.entries({ town: town.code, ...OPEN_BOOK, limit: MOST_OPEN }),
  ])
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const entries = book.map((entry) => ({ entry, task: entry.taskId === null ? null : byId.get(entry.taskId) }))
  // what belongs to a case that is over waits for nobody
  return { tasks, entries: entries.flatMap(({ entry, task }) => (task === undefined ? [] : { entry, task })) }
}
