import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Cast, Report, Told } from './protocol.ts'

const CARDS = 60

/** Everybody's phones, in a process of their own. */
export async function openPhones(cast: Cast) {
  const child = fork(join(import.meta.dirname, 'child.ts'), [], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Readonly<{ resolve(value: unknown): void; reject(error: Error): void }>>()
  const listeners = new Set<(told: Told) => void>()
  let cards: Told[] = []
  let up = false
  let lines = 0
  let ids = 0

  function hear(told: Told): void {
    if (told.keys.length > 0) cards = [...cards.filter(({ id }) => id !== told.id), told].slice(-CARDS)
    for (const listener of listeners) listener(told)
  }

  child.on('message', (report: Report) => {
    if (report.kind === 'told') return hear(report.told)
    if (report.kind === 'link') return void ((up = report.up), (lines += 1))
    const asked = waiting.get(report.id)
    waiting.delete(report.id)
    if (report.kind === 'done') asked?.resolve(report.value)
    else asked?.reject(new Error(report.error))
  })

  function ask<T>(name: string, ...args: readonly unknown[]): Promise<T> {
    const id = (ids += 1)
    const answer = new Promise<T>((resolve, reject) => waiting.set(id, { resolve: resolve as () => void, reject }))
    child.send({ id, name, args })
    return answer
  }

  const where = await ask<Readonly<{ wsUrl: string; base: string }>>('begin', cast)
  return {
    ...where,
    pid: child.pid ?? 0,
    ask,
    /** what the simulator believes about the bot's connection */
    up: () => up,
    /** another one whenever the connection came or went */
    line: () => lines,
    cards: () => cards,
    onTold: (listener: (told: Told) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** everything that was said about cases so far */
    told: () => ask<readonly Told[]>('told'),
    async close() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
