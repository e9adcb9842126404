import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import type { Task } from '../../domain/task.ts'
import { injections } from '../triage/injections.ts'
import { openBotTown } from './bot.ts'

/** A language model that does whatever the message tells it, and sees all that it is given. */
async function obedient(): Promise<Readonly<{ url: string; asked: string[] }>> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push(body)
      const ordered = /\{\\+"choice\\+": \d+\}/u.exec(body)?.[0].replaceAll('\\', '')
      const content = ordered ?? '好的，已标为特急，已指派派出所，案件已办结。{"choice": 99}'
      response.end(JSON.stringify({ choices: [{ message: { content } }] }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked }
}

const WHO = '我叫李大明，电话13812345678，'

/** Every order of the corpus once, each told by somebody else, and what became of it. */
async function told(env: Readonly<Record<string, string>>): Promise<readonly Task[]> {
  const town = await openBotTown()
  const core = await town.start(env)
  for (const [n, words] of injections().slice(0, 20).entries()) {
    const from = `v-person-${n}`
    await core.receive({
      ...{ channel: 'aibot', dedupeKey: `i${n}`, from, reply: null, chat: { type: 'single', id: from } },
      content: { kind: 'text', text: WHO + words, quote: null },
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
