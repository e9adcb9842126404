import { fork } from 'node:child_process'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { instant } from '../../domain/calendar/zone.ts'
import type { Place } from './core.ts'
import { FILLED, fillMonth, type Window } from './fill.ts'
import type { Ground } from './ground.ts'
import { DRIVEN, driveMonth, monthOf, type Mark } from './month.ts'
import { postgresGround } from './postgres.ts'
import { sqliteGround } from './sqlite.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'data/scale' },
    database: { type: 'string' },
    reports: { type: 'string', default: '1000000' },
    months: { type: 'string', default: '24' },
    every: { type: 'string', default: '100' },
    days: { type: 'string', default: '3' },
    start: { type: 'string', default: '2025-01-01' },
    month: { type: 'string' },
  },
})
const months = Number(values.months)
const every = Number(values.every)
const perMonth = Math.round(Number(values.reports) / months)
const place: Place = { dir: values.folder, url: values.database ?? `file:${join(values.folder, 'scale.db')}` }
/** messages are kept so many months (domain/privacy/retention.ts) */
const MESSAGES_KEPT = 6

const groundOf = (): Promise<Ground> | Ground =>
  place.url.startsWith('file:') ? sqliteGround(place.url.slice('file:'.length)) : postgresGround(place.url)

const drivenIn = Math.round(perMonth / every)
const first = (n: number): string => monthOf(values.start, n)

async function whole(): Promise<void> {
  await mkdir(place.dir, { recursive: true })
  for (let n = 0; n < months; n += 1) {
    if (await isDone(n)) continue
    process.stderr.write(`${first(n)}\n`)
    const found = await inOwnProcess(n)
    await tell(n, found, n > 0 && every > 1 ? [windowOf(n - 1)] : [])
  }
  // with as much open as a county has
  if (every > 1 && (await filled()) < months - 1) await tell(months, {}, [windowOf(months - 1)])
  await tell(months, await inOwnProcess(months), [])
}

async function tell(n: number, found: object, windows: readonly Window[]): Promise<void> {
  const ground = await groundOf()
  const from = performance.now()
  let copied = 0
  for (const window of windows) copied += await fillMonth(ground, window)
  const fillSeconds = Math.round((performance.now() - from) / 1000)
  const sizes = await ground.sizes()
  await ground.close()
  const line = { scale: place.url.split(':')[0], month: first(n).slice(0, 7), copied, fillSeconds, ...found, ...sizes }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  await appendFile(join(place.dir, 'scale.jsonl'), `${JSON.stringify(line)}\n`)
}

const windowOf = (n: number): Window => ({
  month: n,
  from: instant(first(n), 0),
  until: instant(first(n + 1), 0),
  copies: every - 1,
  messages: n >= months - MESSAGES_KEPT,
  whole: n === months - 1,
})

/** What was driven and copied is not done again: it may be stopped at any time. */
async function isDone(n: number): Promise<boolean> {
  const ground = await groundOf()
  try {
    const [note] = await ground.rows('note', `"key" = '${DRIVEN}'`)
    const day = note ? (JSON.parse(String(note['value'])) as Mark).day : ''
    return day >= first(n + 1) && (every === 1 || Number((await ground.meta(FILLED)) ?? -1) >= n - 1)
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
  const days = n === months - 1 || every === 1 ? 31 : Number(values.days)
  // behind the last month nothing is driven: it is only asked
  const span =
    n === months
      ? { from: first(n), until: first(n), reports: 0, days: 0 }
      : { from: first(n), until: first(n + 1), reports: drivenIn, days }
  const found = await driveMonth(place, span)
  process.send?.(found, () => process.exit(0))
}
