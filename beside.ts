import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a process beside answers an order with: what it made, or the name of its error; an error has no words, for they may be of a case. */
export type Answer<Made> = Readonly<{ made: Made }> | Readonly<{ error: string }>

export type Beside<Order, Made> = Readonly<{
  /** Rejects where the process ends or takes too long: another try may do. */
  make(order: Order): Promise<Made>
  close(): Promise<void>
}>

/** ms; a long document on a small machine that is busy */
const PATIENCE = 120_000
/** ms after which the process beside goes, until it is needed again: it holds the fonts in memory */
const IDLE = 60_000

/** In ms: how long it may idle, and how long one order may take. */
export type Limits = Readonly<{ idle?: number; patience?: number }>

/** Has a script make things in a process of its own, one after the other: a long one holds up nothing else. `script` = its path without an ending. */
export function openBeside<Order extends object, Made>(
  script: string,
  { idle: idleMs = IDLE, patience = PATIENCE }: Limits = {},
): Beside<Order, Made> {
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
    const begun = started(script)
    begun.once('exit', () => {
      if (child === begun) child = null
    })
    child = begun
    return begun
  }

  async function madeOf(order: Order): Promise<Made> {
    if (idle) clearTimeout(idle)
    const answer = await answerOf<Made>(running(), order, patience).finally(() => {
      idle = setTimeout(() => void end(), idleMs).unref()
    })
    if ('error' in answer) throw new Error(`it could not be made: ${answer.error}`)
    return answer.made
  }

  return {
    make(order) {
      const made = last.then(() => madeOf(order))
      last = made.catch(() => undefined)
      return made
    },
    async close() {
      await last
      await end()
    },
  }
}

/** It is given none of our settings; what it says on its way down is nobody's to read. */
function started(script: string): ChildProcess {
  const { PATH = '', TMPDIR, TEMP } = process.env
  const source = import.meta.filename.endsWith('.ts')
  return fork(`${script}.${source ? 'ts' : 'js'}`, [], {
    env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...(TEMP ? { TEMP } : {}) },
    execArgv: source ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function answerOf<Made>(child: ChildProcess, order: object, patience: number): Promise<Answer<Made>> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late)
      child.off('message', answered).off('exit', gone).off('error', gone)
      settle()
    }
    const answered = (message: unknown) => end(() => resolve(message as Answer<Made>))
    const gone = () => end(() => reject(new Error('the process that makes it ended')))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      end(() => reject(new Error('making it took too long')))
    }, patience)
    child.once('message', answered).once('exit', gone).once('error', gone)
    child.send(order)
  })
}

/** The other side: does what is ordered, and is gone with the program. */
export function serve<Order, Made>(make: (order: Order) => Promise<Made>): void {
  process.on('message', (order) => {
    void answered(make, order as Order).then((answer) => process.send?.(answer))
  })
  process.on('disconnect', () => process.exit())
}

async function answered<Order, Made>(make: (order: Order) => Promise<Made>, order: Order): Promise<Answer<Made>> {
  try {
    return { made: await make(order) }
  } catch (error) {
    return { error: error instanceof Error ? error.name : 'unknown' }
  }
}
