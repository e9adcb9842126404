import { cli } from '../config/wording-cli.ts'
import { openReadOnly } from '../store/open.ts'
import { explain } from './fail.ts'
import { settings } from './settings.ts'

/** `shaozi verify`: recomputes the chain of events, read-only, also while the program runs. 0 = whole, 1 = not. */
export async function verify(options: Readonly<{ json?: boolean }>): Promise<number> {
  try {
    const env = settings()
    const store = await openReadOnly(env.databaseUrl)
    const found = await store.verify().finally(() => store.close())
    if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`)
    else
      process.stdout.write(
        found.ok
          ? `${cli.verifyOk(found.events, found.head)}\n`
          : `${cli.verifyBad}\n${found.faults.map((f) => `  · ${f}`).join('\n')}\n`,
      )
    return found.ok ? 0 : 1
  } catch (error) {
    const code = explain(error, null, cli.cannotVerify)
    if (options.json)
      process.stdout.write(`${JSON.stringify({ ok: false, events: null, head: null, faults: [cli.cannotVerify] })}\n`)
    return code
  }
}
