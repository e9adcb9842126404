import { share } from '../ack.ts'
import { serveBoard } from './township.ts'

export type BoardApi = Readonly<Record<string, Readonly<{ p50: number; p95: number; cpuP95: number }>>>

const ASKED = {
  board: '/api/board',
  counts: '/api/board?rows=0',
  filtered: '/api/board?station=unit-7&source=single',
  column: '/api/board/column?name=signed&from=200',
  map: '/api/map',
  cases: '/api/cases',
  words: '/api/cases?words=第七类摊',
  nowhere: '/api/cases?words=没有这样的话',
  case: '/api/cases/QX7',
  triage: '/api/triage',
  units: '/api/units',
  duties: '/api/duties',
  assessment: `/api/assessment?month=${new Date().toISOString().slice(0, 7)}`,
  trend: `/api/assessment/trend?month=${new Date().toISOString().slice(0, 7)}`,
} as const
const WARM_UP = 10
const TIMES = 60

/** ms of each address of the pages, and of the processor (of whoever asks, too), asked one after the other, in a folder that `fillBoard` has filled. */
export async function boardApi(dir: string): Promise<BoardApi> {
  const served = await serveBoard(dir)
  const found: Record<string, BoardApi[string]> = {}
  for (const [name, path] of Object.entries(ASKED)) {
    const took: number[] = []
    const busy: number[] = []
    for (let n = 0; n < WARM_UP + TIMES; n += 1) {
      const from = performance.now()
      const before = process.cpuUsage()
      const answer = await fetch(`${served.web.url}${path}`, { headers: { Cookie: served.cookie } })
      await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      if (n < WARM_UP) continue
      took.push(performance.now() - from)
      busy.push(cpuMs(before))
    }
    found[name] = { p50: share(took, 0.5), p95: share(took, 0.95), cpuP95: share(busy, 0.95) }
  }
  await served.close()
  return found
}

const cpuMs = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
