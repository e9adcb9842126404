import type { Core } from '../../app.ts'
import { makeLog } from '../../log.ts'
import { addDays, dayOf } from '../../domain/calendar/zone.ts'
import { startWeb } from '../../web/server.ts'
import { sessions } from '../../web/session.ts'
import { share } from '../ack.ts'
import { COUNTY, dispatcherOf, reportText } from './county.ts'
import { message } from './lives.ts'

export type Took = Readonly<{ ms: number; cpu: number }>
export type Answers = Readonly<Record<string, Took>>

const WARM_UP = 2
const TIMES = 9
const ALONE = 20
/** numbers of reports that asking uses up */
export const ASKED = 100

/** What the program is asked most: ms of the wall and of the processor (of whoever asks, too), the median of nine. */
export async function ask(core: Core, from: number): Promise<Answers> {
  const web = await startWeb({ host: '127.0.0.1', port: 0, log: makeLog('error'), ...core.web, mounts: [] })
  const town = core.ctx.towns[0]?.code ?? ''
  const [one, all] = await Promise.all([dispatcherOf(town), COUNTY].map((userid) => cookieOf(core, userid)))
  const get =
    (path: string, cookie = one) =>
    async () => {
      const answer = await fetch(`${web.url}${path}`, { headers: { Cookie: cookie ?? '' } })
      await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    }
  const now = core.ctx.now()
  const month = dayOf(now).slice(0, 7)
  const before = addDays(`${month}-01`, -1).slice(0, 7)
  const [newest] = await core.ctx.store.tasks({ town, limit: 1 })
  let asked = 0
  const found = {
    board: await took(get('/api/board')),
    countyBoard: await took(get('/api/board', all)),
    counts: await took(get('/api/board?rows=0', all)),
    map: await took(get('/api/map')),
    case: await took(get(`/api/cases/${newest?.caseNo ?? ''}`)),
    cases: await took(get('/api/cases')),
    number: await took(get(`/api/cases?words=${newest?.caseNo ?? ''}`)),
    words: await took(get(`/api/cases?words=${encodeURIComponent('第7类摊')}`)),
    nowhere: await took(get(`/api/cases?words=${encodeURIComponent('没有这样的话')}`)),
    triage: await took(get('/api/triage')),
    units: await took(get('/api/units')),
    sweep: await took(() => core.jobs.sweep()),
    today: await took(async () => {
      await core.receive(message(dispatcherOf(town), `today-${from}-${(asked += 1)}`, '今日'))
      await core.idle()
    }),
    assessment: await took(get(`/api/assessment?month=${before}`), 3),
    // each a case of its own, and nobody else about
    report: await took(async () => {
      const n = from + (asked += 1)
      await core.receive(message(`alone-${n}`, `s-${n}`, reportText(n)))
      await core.idle()
    }, ALONE),
  }
  await web.close()
  return found
}

async function cookieOf({ ctx }: Core, userid: string): Promise<string> {
  const secret = await sessions(ctx.store).open(userid, 'bench', { ip: '127.0.0.1', agent: '' }, ctx.now())
  return `shaozi_session=${secret}`
}

async function took(work: () => Promise<unknown>, times = TIMES): Promise<Took> {
  const wall: number[] = []
  const busy: number[] = []
  for (let n = 0; n < WARM_UP + times; n += 1) {
    const from = performance.now()
    const cpu = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(cpu)
    if (n < WARM_UP) continue
    wall.push(performance.now() - from)
    busy.push((user + system) / 1000)
  }
  return { ms: share(wall, 0.5), cpu: share(busy, 0.5) }
}
