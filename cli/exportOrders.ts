import { basename, dirname, extname } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { columnWidths } from '../domain/text/columns.ts'
import { csvOf } from '../domain/text/csv.ts'
import { wordingOrders as words } from '../config/orders/wording-orders.ts'
import { isDay } from '../config/township/cellValue.ts'
import type { Entry } from '../domain/book/entry.ts'
import { instant, wallClock } from '../domain/calendar/zone.ts'
import { findStation } from '../domain/people/directory.ts'
import { listed, maskBut } from '../domain/privacy/mask.ts'
import type { Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { save } from '../save.ts'
import { logAccess } from '../store/beside.ts'
import { ulid } from '../store/ids.ts'
import { openReadOnly, type ReadOnlyStore } from '../store/open.ts'
import { chosen, failed, print, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'
import { settings, townships } from './settings.ts'

export type ReturnOptions = Readonly<{ since: string; out: string; town?: string; json?: boolean }>

const MOST = 100_000

/** `shaozi export orders --since 2026-11-01 --out return.xlsx`: what became of each order, for the hotline; that it was taken out is written down first. */
export async function exportOrders({ since, out, town: asked, json }: ReturnOptions): Promise<number> {
  try {
    const kind = extname(out).toLowerCase()
    if (kind !== '.xlsx' && kind !== '.csv') refuse(words.strangeOut(out))
    if (!isDay(since)) refuse(words.badSince(since))
    const env = settings()
    const { code } = await chosen(asked)
    const town = (await townships(env)).towns.find((each) => each.code === code)
    if (!town) throw new Error('a township that was read is not there')
    const store = await openReadOnly(env.databaseUrl)
    const rows = await returnsOf(store, town, instant(since, 0)).finally(() => store.close())
    const reason = words.access(since, rows.length)
    await logAccess(env.databaseUrl, {
      id: ulid(),
      kind: 'export',
      by: whoAmI(),
      second: null,
      caseNo: null,
      reason,
      at: new Date(),
    })
    const table = await tableOf(kind, [words.headings, ...rows])
    await save(dirname(out), basename(out), table).catch(() => refuse(words.cannotWrite(out)))
    return print(json, { ok: true, file: out, orders: rows.length }, words.exported(out, rows.length))
  } catch (error) {
    return failed(error, words.cannotExport, json)
  }
}

async function tableOf(kind: string, records: readonly (readonly string[])[]): Promise<Buffer> {
  // a mark of its encoding, or Excel takes it for GBK
  if (kind === '.csv') return Buffer.from(`\uFEFF${csvOf(records, true)}`)
  const cells = records.map((record) => record.map((value) => ({ type: String, value })))
  return writeExcelFile(cells, { columns: columnWidths(records) }).toBuffer()
}

async function returnsOf(store: ReadOnlyStore, town: Town, since: Date): Promise<string[][]> {
  const entries = await store.entries({ town: town.code, kinds: ['order'], since, limit: MOST })
  const orders = entries.filter(
    (entry): entry is Entry<'order'> => entry.kind === 'order' && entry.data.system === '12345',
  )
  const rows = await Promise.all(
    orders.toReversed().map(async (order) => {
      const task = await leading(store, order.taskId)
      return task ? [rowOf(order, task, town)] : []
    }),
  )
  return rows.flat()
}

/** What was joined to another case goes on as that one. */
async function leading(store: ReadOnlyStore, id: string | null, seen: readonly string[] = []): Promise<Task | null> {
  const task = id === null ? null : await store.task(id)
  const next = task?.mergedInto ? await store.taskByCaseNo(task.mergedInto) : null
  return next && !seen.includes(next.id) ? leading(store, next.id, [...seen, next.id]) : task
}

function rowOf({ data, dueAt }: Entry<'order'>, task: Task, town: Town): string[] {
  return [
    data.no,
    task.caseNo,
    words.stages[task.stage],
    findStation(town, task.lead)?.name ?? '',
    maskBut(task.result ?? '', listed(town)),
    clock(task.createdAt),
    clock(task.dispatchedAt),
    clock(task.signedAt),
    clock(task.finishedAt),
    clock(dueAt),
    yesNo(task.solved),
    yesNo(task.satisfied),
  ]
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? words.yes : words.no)
const clock = (at: Date | null): string => (at === null ? '' : wallClock(at))
