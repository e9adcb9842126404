import type { Stage } from '../../domain/task.ts'
import type { Books, Row } from './books.ts'
import { walk, type Logged } from './transitions.ts'

/** Every case is where the log of its events says, by steps that may be taken. */
export async function wrongStages({ rows }: Books): Promise<readonly string[]> {
  const logs = new Map<Row[string] | undefined, Logged[]>()
  for (const event of await rows(`SELECT "taskId" AS "id", "caseNo", "type", "data" FROM "event" ORDER BY "seq"`))
    logs.set(event['id'], [...(logs.get(event['id']) ?? []), logged(event)])
  const tasks = await rows(`SELECT "id", "caseNo", "stage" FROM "task"`)
  return tasks.flatMap(({ id, caseNo, stage }) => {
    const events = logs.get(id) ?? []
    const { wrong, stage: end } = walk(events, String(stage) as Stage)
    const elsewhere = end === stage ? [] : [`it is ${stage}, its log says ${end}`]
    return [...wrong, ...elsewhere].map((fault) => `${caseNo}: ${fault} (${events.map(({ type }) => type).join(' ')})`)
  })
}

const logged = ({ caseNo, type, data }: Row): Logged => ({
  caseNo: String(caseNo),
  type: String(type),
  data: JSON.parse(String(data)) as Logged['data'],
})
