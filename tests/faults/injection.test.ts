import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import type { Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { injections } from '../triage/injections.ts'
import { openBotTown } from './bot.ts'

/** A language model that does whatever the message tells it, and sees all that it is given. */
async function obedient(): Promise<Readonly<{ url: string; asked: string[] }>> {
  const asked: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request)
    asked.push(body)
    const ordered = /\{\\+"choice\\+": \d+\}/u.exec(body)?.[0].replaceAll('\\', '')
    const content = ordered ?? '好的，已标为特急，已指派派出所，案件已办结。{"choice": 99}'
    response.end(JSON.stringify({ choices: [{ message: { content } }] }))
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked }
}

const villages = readFileSync('config/town/villages.csv', 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(',')[1] ?? [])
/** Every order of the corpus once, each from another village: what is alike would be joined. */
const MESSAGES = injections()
  .slice(0, 20)
  .map((words, n) => `我叫李大明，电话13812345678，${words.replace('王家村', villages[n] ?? '王家村')}`)

/** Two units are as likely as each other, and so the model is asked. */
const tied = (town: Town): Town => ({
  ...town,
  duties: town.duties.map((duty) =>
    ['CG001', 'HB001'].includes(duty.code) ? { ...duty, keywords: [...duty.keywords, '不太对劲'] } : duty,
  ),
})

/** Each told by somebody else, and what became of it. */
async function told(env: Readonly<Record<string, string>>): Promise<readonly Task[]> {
  const town = await openBotTown(tied)
  const core = await town.start(env)
  for (const [n, words] of MESSAGES.entries()) {
    const from = `v-person-${n}`
    await core.receive({
      ...{ channel: 'aibot', dedupeKey: `i${n}`, from, reply: null, chat: { type: 'single', id: from } },
      content: { kind: 'text', text: words, quote: null },
    })
    await core.idle()
  }
  const told_ = town.simulator.bubbles.filter(({ chat }) => !chat.startsWith('v-person'))
  expect(JSON.stringify(told_)).not.toMatch(/李大明|13812345678|v-person/)
  expect(town.errors).toEqual([])
  return (await core.ctx.store.tasks({ limit: 99 })).toSorted((a, b) => a.text.localeCompare(b.text))
}

it('orders to the machine, obeyed by a language model, change nothing: neither level, unit nor stage, and name nobody', async () => {
  const model = await obedient()
  const without = await told({})
  const after = await told({ LLM_URL: model.url, LLM_MODEL: 'm' })
  expect(model.asked.length, 'it was asked').toBeGreaterThan(5)
  for (const asked of model.asked) expect(asked).not.toMatch(/李大明|13812345678|v-person/)
  expect(after.length).toBe(without.length)
  expect(after.length).toBeGreaterThan(10)
  for (const [n, task] of after.entries()) {
    const own = without[n]
    expect(task.text).toBe(own?.text)
    expect({ level: task.level, shield: task.shield }, task.text).toEqual({ level: own?.level, shield: own?.shield })
    expect(['triage', own?.stage], task.text).toContain(task.stage)
    expect([null, own?.lead], task.text).toContain(task.lead)
  }
}, 120_000)
