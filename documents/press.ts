import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { DocumentInput } from '../domain/legal/documentShape.ts'
import type { Made } from './make.ts'

/** What is asked of the process beside, and what it answers; an error has a name only, for its words may be of a case. */
export type Order = Readonly<{ folders: readonly string[]; input: DocumentInput }>
export type Pressed =
  | (Readonly<{ ok: true }> & Made)
  | Readonly<{ ok: false; fault: string }>
  | Readonly<{ ok: null; error: string }>

export type Press = Readonly<{
  /** Rejects where the process ends or takes too long: another try may do. */
  make(order: Order): Promise<Exclude<Pressed, Readonly<{ ok: null }>>>
  close(): Promise<void>
}>

/** ms; a long document on a small machine that is busy */
const PATIENCE = 120_000
/** ms after which the process beside goes, until it is needed again: it holds the fonts in memory */
const IDLE = 60_000

/** Makes documents in a process of its own, one after the other: a long one holds up nothing else. */
export function openPress(idleMs: number = IDLE): Press {
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | null = null

  /** What is told to go takes no more orders. */
  async function end(): Promise<void> {
    if (idle) clearTimeout(idle)
    const going = child
    child = null
    const gone = going && once(going, 'exit')
    going?.kill()
    await gone
  }

  function running(): ChildProcess {
    if (child) return child
    const begun = started()
    begun.once('exit', () => {
      if (child === begun) child = null
    })
    child = begun
    return begun
  }

  async function press(order: Order): Promise<Exclude<Pressed, Readonly<{ ok: null }>>> {
    if (idle) clearTimeout(idle)
    const pressed = await answerOf(running(), order).finally(() => {
      idle = setTimeout(() => void end(), idleMs).unref()
    })
    if (pressed.ok === null) throw new Error(`a document could not be made: ${pressed.error}`)
    return pressed
  }

  return {
    make(order) {
      const made = last.then(() => press(order))
      last = made.catch(() => undefined)
      return made
    },
    async close() {
      await last
      await end()
    },
  }
}

/** It is given none of our settings; what it says of a case on its way down is nobody's to read. */
function started(): ChildProcess {
  const { PATH = '', TMPDIR, TEMP } = process.env
  const source = import.meta.filename.endsWith('.ts')
  return fork(`${import.meta.dirname}/beside.${source ? 'ts' : 'js'}`, [], {
    env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...(TEMP ? { TEMP } : {}) },
    execArgv: source ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function answerOf(child: ChildProcess, order: Order): Promise<Pressed> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late)
      child.off('message', answered).off('exit', gone).off('error', gone)
      settle()
    }
    const answered = (message: unknown) => end(() => resolve(message as Pressed))
    const gone = () => end(() => reject(new Error('the process that makes documents ended')))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      end(() => reject(new Error('making a document took too long')))
    }, PATIENCE)
    child.once('message', answered).once('exit', gone).once('error', gone)
    child.send(order)
  })
}
