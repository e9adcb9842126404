/** The moments between two steps at which a process may die; each is told once it is reached. */
export type Step =
  | 'receive'
  | 'received'
  | 'decided'
  | 'timer'
  | 'begin'
  | 'half'
  | 'written'
  | 'committed'
  | 'send'
  | 'sent'
  | 'file-half'
  | 'file-whole'

type Watch = (step: Step) => void

let watch: Watch | null = crashing(process.env['CRASH_AT'])

/** A process may die here. In earnest nobody looks. */
export function step(name: Step): void {
  watch?.(name)
}

/** For tests: who looks at every step from now on; null = nobody. */
export function watchSteps(by: Watch | null): void {
  watch = by
}

/**
 * `CRASH_AT=7`: the process ends at its seventh step as by `kill -9`. `CRASH_AT=receive+7`: at the seventh from the first
 * `receive` on, that one counted. What it died of stands on standard error. Null where nothing is set.
 */
export function crashing(at: string | undefined): Watch | null {
  const [, first, number] = /^(?:([a-z-]+)\+)?(\d+)$/.exec(at ?? '') ?? []
  if (number === undefined) return null
  let left = Number(number)
  let counting = first === undefined
  return (name) => {
    counting ||= name === first
    if (!counting || --left > 0) return
    process.stderr.write(`CRASH_AT: ${name}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
}
