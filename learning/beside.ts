import { setImmediate as turn } from 'node:timers/promises'

/** Does work of many small steps beside everything else the program does. */
export async function beside<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await turn()
  }
}
