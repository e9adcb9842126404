import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export type BesideOptions = Readonly<{
  /** the file it runs, without its ending */
  program: string
  /** ms for one order */
  patience: number
  /** ms after which it goes, until it is needed again: it holds memory */
  idle: number
  /** the most MB its own objects may take */
  heap?: number
}>

export type Beside<Order, Answer> = Readonly<{
  /** One order after the other. Rejects where the process ends or takes too long. */
  ask(order: Order): Promise<Answer>
  /** An order is on its way: the process is begun meanwhile. */
  wake(): void
  close(): Promise<void>
}>

/** A process beside the program: what takes long, or may go wrong altogether, holds up and takes down nothing else. */
export function openBeside<Order extends object, Answer>(options: BesideOptions): Beside<Order, Answer> {
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
    const begun = started(options)
    begun.once('exit', () => {
      if (child === begun) child = null
    })
    child = begun
    return begun
  }

  function rest(): void {
    if (idle) clearTimeout(idle)
    idle = setTimeout(() => void end(), options.idle).unref()
  }

  async function answer(order: Order): Promise<Answer> {
    if (idle) clearTimeout(idle)
    return answerOf<Answer>(running(), order, options.patience).finally(rest)
  }

  return {
    ask(order) {
      const answered = last.then(() => answer(order))
      last = answered.catch(() => undefined)
      return answered
    },
    wake() {
      running()
      rest()
    },
    async close() {
      await last
      await end()
    },
  }
}

/** It is given none of our settings; what it says on its way down is nobody's to read. */
function started({ program, heap }: BesideOptions): ChildProcess {
  const { PATH = '', TMPDIR, TEMP } = process.env
  const source = import.meta.filename.endsWith('.ts')
  const child = fork(`${program}.${source ? 'ts' : 'js'}`, [], {
    env: { PATH, ...(TMPDIR ? { TMPDIR } : {}), ...(TEMP ? { TEMP } : {}) },
    execArgv: [...(source ? ['--import', 'tsx'] : []), ...(heap ? [`--max-old-space-size=${heap}`] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // whoever waits for an answer hears it, too; unheard it would end the program
  child.on('error', () => undefined)
  return child
}

function answerOf<Answer>(child: ChildProcess, order: object, patience: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late)
      child.off('message', answered).off('exit', gone).off('error', gone)
      settle()
    }
    const answered = (message: unknown) => end(() => resolve(message as Answer))
    const gone = () => end(() => reject(new Error('the process beside ended')))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      end(() => reject(new Error('the process beside took too long')))
    }, patience)
    child.once('message', answered).once('exit', gone).once('error', gone)
    child.send(order)
  })
}
