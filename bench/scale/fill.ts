import { createHash } from 'node:crypto'
import { headText, parseHead } from '../../store/chain.ts'
import { canonicalJson } from '../../store/json.ts'
import type { Ground } from './ground.ts'
import { later, SEQS, seqOf, varied, variedRow, type Row, type Varied } from './vary.ts'

/** Which months were copied: the number of the last one. */
export const FILLED = 'scale filled'

/**
 * `whole` = with what is still open, and its clocks. `later` = as what happened so many days later, of the same villagers;
 * `first` = the number of the first copy.
 */
export type Window = Readonly<{
  month: number
  from: Date
  until: Date
  copies: number
  messages: boolean
  whole: boolean
  later: number
  first: number
}>

type Copies = Readonly<{ table: string; rows: readonly Varied<Row>[] }>

/**
 * The cases of a month so many times more, with every row the program wrote for them: other ids, numbers and villagers,
 * and events that hang on the chain. In one transaction with its mark.
 */
export async function fillMonth(ground: Ground, window: Window): Promise<number> {
  const over = window.whole ? 'TRUE' : `"stage" IN ('closed', 'withdrawn')`
  const tasks = `${over} AND "seq" < ${SEQS / 2} AND ${between(ground, window, 'createdAt')}`
  const ofThese = (column: string) => `"${column}" IN (SELECT "id" FROM "task" WHERE ${tasks})`
  let cases = 0
  await ground.atOnce(async () => {
    const copies: Copies[] = []
    for (const [table, where] of Object.entries(whereOf(ground, window, tasks, ofThese)))
      copies.push({
        table,
        rows: (await known(ground, table, where)).map((row) => copyOf(table, later(row, window.later))),
      })
    const events = (await known(ground, 'event', `${ofThese('taskId')} ORDER BY "seq"`)).map((row) =>
      linkable(later(row, window.later)),
    )
    for (let n = window.first; n < window.first + window.copies; n += 1) {
      for (const { table, rows } of copies)
        await ground.add(
          table,
          rows.map((row) => row(n)),
        )
      await addEvents(ground, events, n)
      cases += copies.find(({ table }) => table === 'task')?.rows.length ?? 0
    }
    await ground.setMeta(FILLED, String(window.month))
  })
  return cases
}

const templates = new Map<string, readonly Row[]>()

/** What many months are copied from is read once. */
async function known(ground: Ground, table: string, where: string): Promise<readonly Row[]> {
  const key = `${table} ${where}`
  const rows = templates.get(key) ?? (await ground.rows(table, where))
  templates.set(key, rows)
  return rows
}

const between = (ground: Ground, { from, until }: Window, column: string): string =>
  `"${column}" >= ${ground.literal(from)} AND "${column}" < ${ground.literal(until)}`

function whereOf(
  ground: Ground,
  window: Window,
  tasks: string,
  ofThese: (column: string) => string,
): Readonly<Record<string, string>> {
  const in_ = (column: string) => between(ground, window, column)
  return {
    // who reports again is known
    ...(window.later > 0
      ? {}
      : { identity: in_('createdAt'), contact: `${in_('firstWroteAt')} AND "userid" LIKE 'r-%'` }),
    ...(window.messages
      ? {
          inbox: in_('receivedAt'),
          outbox: `${in_('createdAt')} AND (${ofThese('taskId')} OR "key" LIKE 'in|%')`,
        }
      : {}),
    task: tasks,
    report: ofThese('taskId'),
    ...(window.whole ? { timer: ofThese('subject'), conversation: `${in_('askedAt')} AND "userid" LIKE 'r-%'` } : {}),
  }
}

function copyOf(table: string, row: Row): Varied<Row> {
  const { seq, ...rest } = row
  // the database counts them
  const made = variedRow(table === 'outbox' ? rest : row)
  if (table === 'task') return (n) => ({ ...made(n), seq: seqOf(Number(seq), n) })
  if (table !== 'identity') return made
  return (n) => ({ ...made(n), lookup: `${String(row['lookup']).slice(0, -3)}.${n.toString(36).padStart(2, '0')}` })
}

type Linkable = Readonly<{ row: Varied<Row>; before: Varied<string>; after: Varied<string> }>

/** An event, and the canonical text before and behind its number: what store/chain.ts takes the hash of. */
function linkable(row: Row): Linkable {
  const { taskId, caseNo, type, by, at, data } = row
  const told: unknown = typeof data === 'string' ? JSON.parse(data) : data
  const text = canonicalJson({ seq: 0, taskId, caseNo, type, by, at: new Date(at as string | number), data: told })
  const mark = '"seq":0,"taskId"'
  const cut = text.lastIndexOf(mark)
  const after = text.slice(cut + '"seq":0'.length)
  return { row: variedRow(row), before: varied(`${text.slice(0, cut)}"seq":`), after: varied(after) }
}

async function addEvents(ground: Ground, events: readonly Linkable[], n: number): Promise<void> {
  let { seq, hash } = parseHead((await ground.meta('head')) ?? '')
  const rows = events.map(({ row, before, after }) => {
    const prevHash = hash
    seq += 1
    hash = createHash('sha256')
      .update(`${prevHash}${before(n)}${seq}${after(n)}`)
      .digest('hex')
    return { ...row(n), seq, prevHash, hash }
  })
  await ground.add('event', rows)
  await ground.setMeta('head', headText({ seq, hash }))
}
