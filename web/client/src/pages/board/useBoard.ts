import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { BoardRow, Changed } from '../../../../board/row.ts'
import { get, getIdly, sentenceOf } from '../../api.ts'
import { serverNow, serverSays } from '../../clock.ts'
import { useLive } from '../../live.ts'
import { fits, type Filters } from './filters.ts'
import { play } from './sound.ts'
import { applied, newcomers, tooShort, turnedOver, type ColumnState } from './state.ts'

export const PAGE_ROWS = 20
/** changes are drawn together, in ms */
const TOGETHER_MS = 100
/** counts are asked for at most so often while much happens, and anyhow every minute: they turn late unseen */
const COUNT_MS = 2000
const MINUTE_MS = 60_000
/** a new case is marked for so long */
const FRESH_MS = 60_000

type Answer = Readonly<{ now: string; seq: number; columns: readonly ColumnState[] }>

/** The board as it is now: read once, then told of every change. `idly`: nothing of it counts as a click. */
export function useBoard(filters: Ref<Filters>) {
  const columns = shallowRef<readonly ColumnState[]>([])
  const fresh = shallowRef<ReadonlyMap<string, number>>(new Map())
  const arrived = shallowRef<BoardRow | null>(null)
  const loaded = ref(false)
  const wrong = ref('')
  let since = ''
  let reading = 0
  let waiting: Changed[] = []
  let drawing: ReturnType<typeof setTimeout> | undefined
  let counting: ReturnType<typeof setTimeout> | undefined
  let countedAt = 0

  /** Reads all of it; what changes meanwhile is drawn upon it afterwards. */
  async function load(asked: typeof get = getIdly): Promise<void> {
    const mine = (reading += 1)
    try {
      const answer = await asked<Answer>('/api/board', { ...filters.value, rows: PAGE_ROWS })
      if (mine !== reading) return
      serverSays(answer.now)
      since ||= answer.now
      columns.value = answer.columns
      countedAt = Date.now()
      loaded.value = true
      wrong.value = ''
    } catch (error) {
      if (mine === reading) wrong.value = sentenceOf(error)
    }
    draw()
  }

  async function more(column: ColumnState): Promise<void> {
    const asked = { ...filters.value, name: column.name, from: column.rows.length, rows: PAGE_ROWS }
    const { rows } = await get<Readonly<{ rows: BoardRow[] }>>('/api/board/column', asked)
    columns.value = columns.value.map((each) =>
      each.name === column.name ? { ...each, rows: unique([...each.rows, ...rows]) } : each,
    )
  }

  function changed(change: Changed): void {
    waiting.push(change)
    drawing ??= setTimeout(draw, TOGETHER_MS)
  }

  function draw(): void {
    clearTimeout(drawing)
    drawing = undefined
    if (!loaded.value || waiting.length === 0) return
    const before = columns.value
    const after = applied(before, waiting, (row) => fits(row, filters.value))
    waiting = []
    columns.value = after
    welcome(newcomers(before, after, since))
    countSoon()
  }

  function welcome(rows: readonly BoardRow[]): void {
    const [first] = rows
    if (!first) return
    const until = serverNow.value + FRESH_MS
    fresh.value = new Map([...still(fresh.value, serverNow.value), ...rows.map(({ no }) => [no, until] as const)])
    arrived.value = first
    play(rows.some(({ level }) => level === 'emergency') ? 'emergency' : 'new')
  }

  function countSoon(): void {
    counting ??= setTimeout(() => void count(), Math.max(0, countedAt + COUNT_MS - Date.now()))
  }

  async function count(): Promise<void> {
    const mine = reading
    countedAt = Date.now()
    const answer = await getIdly<Answer>('/api/board', { ...filters.value, rows: 0 }).catch(() => null)
    counting = undefined
    if (!answer || mine !== reading) return
    serverSays(answer.now)
    columns.value = columns.value.map((column) => {
      const { total, overdue, emergency } = answer.columns.find(({ name }) => name === column.name) ?? column
      return { ...column, total, overdue, emergency }
    })
    if (tooShort(columns.value, PAGE_ROWS)) await load()
  }

  const { connected } = useLive(
    changed,
    () => void load(),
    () => void (loaded.value || load()),
  )
  watch(filters, () => void load(get))
  watch(serverNow, (now, before) => {
    const marked = still(fresh.value, now)
    if (marked.length < fresh.value.size) fresh.value = new Map(marked)
    // a clock that was put right is no hour that passed
    if (now - before > 0 && now - before < MINUTE_MS && turnedOver(columns.value, before, now).length > 0) {
      play('over')
      countSoon()
    }
  })
  const everyMinute = setInterval(countSoon, MINUTE_MS)
  onScopeDispose(() => {
    clearInterval(everyMinute)
    clearTimeout(drawing)
    clearTimeout(counting)
  })
  return { columns, fresh, arrived, loaded, wrong, connected, load, more }
}

const still = (fresh: ReadonlyMap<string, number>, now: number) => [...fresh].filter(([, until]) => until > now)

const unique = (rows: readonly BoardRow[]): readonly BoardRow[] => [
  ...new Map(rows.map((row) => [row.no, row])).values(),
]
