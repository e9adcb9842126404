import { castOf } from '../config/cast.ts'
import { cli } from '../config/wording-cli.ts'
import { runSimulator } from '../simulator/standalone.ts'
import { explain } from './fail.ts'
import { settings, townships } from './settings.ts'

/** Beside the bot's own port, so that both run on one machine without a setting. */
const PORT = 3100

/** `shaozi simulator`: our WeCom by itself, for a bot in another process. Runs until a signal. */
export async function simulator(): Promise<number> {
  let place = { host: '127.0.0.1', port: PORT }
  try {
    const env = settings()
    place = { host: env.host, port: process.env['PORT'] ? env.port : PORT }
    const { towns } = await townships(env)
    const bot = env.aibot ?? undefined
    const running = await runSimulator({ ...place, ...castOf(towns), ...(bot ? { bot } : {}) })
    process.stdout.write(
      cli.simulator(running.simulator.url, running.simulator.wsUrl, running.bot.id, running.bot.secret),
    )
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await running.simulator.close()
    return 0
  } catch (error) {
    return explain(error, place)
  }
}
