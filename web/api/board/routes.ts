import { z } from 'zod'
import { columnOf, COLUMNS } from '../../../domain/board/columns.ts'
import { findTown } from '../../../domain/people/directory.ts'
import type { Task } from '../../../domain/task.ts'
import { boardRow, boardRowShape } from '../../board/row.ts'
import { CASES } from '../../roles.ts'
import { ROUTES } from '../../wording/api.ts'
import { route, type Ask, type Route } from '../route.ts'
import { choiceRoute } from './choices.ts'
import { mapRoute } from './map.ts'
import { filters, queryFor, seenOf, withoutHidden, type BoardQuery } from './query.ts'

const MOST_ROWS = 100
const rows = z.coerce.number().int().min(0).max(MOST_ROWS)
const column = z.object({
  name: z.enum(COLUMNS),
  total: z.number(),
  overdue: z.number(),
  emergency: z.number(),
  rows: z.array(boardRowShape),
})
export type BoardAnswer = Readonly<{ now: string; seq: number; columns: readonly z.infer<typeof column>[] }>

/** The live board: where the cases stand, the most urgent of each column, and more of a column. */
export const boardRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/board',
    summary: ROUTES.board,
    roles: CASES,
    query: filters.extend({ rows: rows.default(20) }),
    answer: z.object({ now: z.string(), seq: z.number(), columns: z.array(column) }),
    async handle(ask): Promise<BoardAnswer> {
      // read first: what happens meanwhile is told once more rather than not at all
      const seq = await ask.desk.ctx.store.newestEvent()
      const { query, counts } = await counted(ask, queryFor(ask))
      const part = { skip: 0, take: ask.query.rows }
      const ids = part.take === 0 ? [] : await ask.desk.ctx.store.boardIds(query, part)
      const seen = await seenOf(ask, ids)
      const columns = COLUMNS.map((name) => ({
        ...(counts.find((each) => each.column === name) ?? { total: 0, overdue: 0, emergency: 0 }),
        name,
        rows: shown(
          ask,
          seen.filter(({ stage }) => columnOf(stage) === name),
        ),
      }))
      return { now: ask.now.toISOString(), seq, columns }
    },
  }),
  route({
    method: 'GET',
    path: '/api/board/column',
    summary: ROUTES.boardColumn,
    roles: CASES,
    query: filters.extend({
      name: z.enum(COLUMNS).default('triage'),
      from: z.coerce.number().int().min(0).max(1_000_000).default(0),
      rows: rows.default(20),
    }),
    answer: z.object({ now: z.string(), rows: z.array(boardRowShape) }),
    async handle(ask) {
      const { name, from, rows: take } = ask.query
      const { query } = await counted(ask, queryFor(ask))
      const ids = await ask.desk.ctx.store.boardIds(query, { column: name, skip: from, take })
      return { now: ask.now.toISOString(), rows: shown(ask, await seenOf(ask, ids)) }
    },
  }),
  mapRoute,
  choiceRoute,
]

async function counted(ask: Pick<Ask<unknown, unknown>, 'desk' | 'viewer'>, query: BoardQuery) {
  const { store } = ask.desk.ctx
  const counts = await store.boardCounts(query)
  if (counts.every(({ doubtful }) => doubtful === 0)) return { query, counts }
  const seen = await withoutHidden(ask, query, null)
  return { query: seen, counts: seen.without.length === 0 ? counts : await store.boardCounts(seen) }
}

const shown = ({ desk }: Pick<Ask<unknown, unknown>, 'desk'>, tasks: readonly Task[]) =>
  tasks.map((task) => boardRow(task, findTown(desk.ctx, task.town)))
