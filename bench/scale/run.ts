import { fork } from 'node:child_process'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, instant } from '../../domain/calendar/zone.ts'
import type { Place } from './core.ts'
import { FILLED, fillMonth, type Window } from './fill.ts'
import type { Ground } from './ground.ts'
import { BURST, daysBetween, DRIVEN, driveMonth, monthOf, type Mark } from './month.ts'
import { postgresGround } from './postgres.ts'
import { sqliteGround } from './sqlite.ts'
import { COPIES } from './vary.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'data/scale' },
    database: { type: 'string' },
    reports: { type: 'string', default: '1000000' },
    months: { type: 'string', default: '24' },
    driven: { type: 'string' },
    every: { type: 'string', default: '100' },
    days: { type: 'string', default: '3' },
    messages: { type: 'string', default: '6' },
    start: { type: 'string', default: '2025-01-01' },
    month: { type: 'string' },
  },
})
const months = Number(values.months)
const every = Number(values.every)
const perMonth = Math.round(Number(values.reports) / months)
const place: Place = { dir: values.folder, url: values.database ?? `file:${join(values.folder, 'scale.db')}` }
/** messages are kept so many months (domain/privacy/retention.ts) */
const MESSAGES_KEPT = Number(values.messages)
const driven = Number(values.driven ?? months)

const groundOf = (): Promise<Ground> | Ground =>
  place.url.startsWith('file:') ? sqliteGround(place.url.slice('file:'.length)) : postgresGround(place.url)

const drivenIn = Math.round(perMonth / every)
const first = (n: number): string => monthOf(values.start, n)

async function whole(): Promise<void> {
  await mkdir(place.dir, { recursive: true })
  for (let n = 0; n < months; n += 1) {
    if (await isDone(n)) continue
    process.stderr.write(`${first(n)}\n`)
    const found = n < driven ? await inOwnProcess(n) : {}
    const due = n < driven ? n - 1 : n
    const known = await filled()
    await tell(n, found, every === 1 ? [] : windows.slice(known + 1, due + 1))
  }
  const ground = await groundOf()
  await ground.makeIndexes()
  await ground.close()
  // some days more, and as much open as a county has
  if ((await filled()) < months) {
    const found = await inOwnProcess(months)
    await tell(months, found, every === 1 ? [] : [last])
  }
  await tell(months, await inOwnProcess(months + 1), [])
}

async function tell(n: number, found: object, windows: readonly Window[]): Promise<void> {
  const ground = await groundOf()
  const from = performance.now()
  let copied = 0
  if (n >= driven && n < months) await ground.dropIndexes()
  else await ground.makeIndexes()
  for (const window of windows) copied += await fillMonth(ground, window)
  const fillSeconds = Math.round((performance.now() - from) / 1000)
  const sizes = await ground.sizes()
  await ground.close()
  const line = { scale: place.url.split(':')[0], month: first(n).slice(0, 7), copied, fillSeconds, ...found, ...sizes }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  await appendFile(join(place.dir, 'scale.jsonl'), `${JSON.stringify(line)}\n`)
}

/** The cases of a month that was driven; or those of the first month, as if of this one. */
function windowOf(n: number): Window {
  const own = n < driven ? n : 0
  const from = instant(first(own), 0)
  return {
    ...{ month: n, from, until: instant(first(own + 1), 0), whole: false, messages: n >= months - MESSAGES_KEPT },
    ...{
      later: daysBetween(first(own), first(n)),
      first: n < driven ? 1 : n * COPIES + 1,
      copies: n < driven ? every - 1 : every,
    },
  }
}
const windows = Array.from({ length: months }, (_, n) => windowOf(n))
const LAST_DAYS = 3
const end = addDays(first(months), LAST_DAYS)
const last: Window = {
  ...{ month: months, from: instant(first(months), 0), until: instant(end, 0), whole: true, messages: true },
  ...{ later: 0, first: 1, copies: every - 1 },
}

/** What was driven and copied is not done again: it may be stopped at any time. */
async function isDone(n: number): Promise<boolean> {
  const ground = await groundOf()
  try {
    const [note] = await ground.rows('note', `"key" = '${DRIVEN}'`)
    const day = note ? (JSON.parse(String(note['value'])) as Mark).day : ''
    const known = Number((await ground.meta(FILLED)) ?? -1)
    return n < driven ? day >= first(n + 1) && (every === 1 || known >= n - 1) : known >= n
  } catch {
    return false
  } finally {
    await ground.close()
  }
}

async function filled(): Promise<number> {
  const ground = await groundOf()
  const month = await ground.meta(FILLED)
  await ground.close()
  return Number(month ?? -1)
}

function inOwnProcess(n: number): Promise<object> {
  return new Promise((resolve, reject) => {
    const args = [...process.argv.slice(2), '--month', String(n)]
    const child = fork(import.meta.filename, args, {
      // it also judges, with every row in memory: without the bound the program has
      execArgv: ['--max-semi-space-size=8'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let found: object = {}
    child.once('message', (result) => (found = Object(result)))
    child.once('exit', (code) => (code === 0 ? resolve(found) : reject(new Error(`month ${n} ended with ${code}`))))
  })
}

if (values.month === undefined) await whole()
else {
  const n = Number(values.month)
  const whole = { from: first(n), until: first(n + 1), reports: drivenIn, days: every === 1 ? 31 : Number(values.days) }
  const some = {
    from: first(n),
    until: end,
    reports: Math.round((drivenIn * LAST_DAYS) / 30) + BURST,
    days: LAST_DAYS - 1,
  }
  // behind the last days nothing is driven: it is only asked
  const span = n < months ? whole : n === months ? some : { from: end, until: end, reports: 0, days: 0 }
  const found = await driveMonth(place, span)
  process.send?.(found, () => process.exit(0))
}
