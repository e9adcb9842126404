import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSimulator } from '../../simulator/simulator.ts'
import { groups } from './town.ts'

/** Run as a process of its own: WeCom for both doors. Tells how many cards came to groups and how many answers to members. */
export const BOT = { id: 'aib-peer', secret: 'not-a-secret', name: '哨子' } as const
export type Seen = Readonly<{ cards: number; answers: number }>

async function run(): Promise<void> {
  let cards = 0
  let answers = 0
  const simulator = await startSimulator({ bot: BOT, phones: [], groups })
  simulator.on('bubble', ({ bubble }) => void (bubble.from === 'bot' && !bubble.updated ? (cards += 1) : 0))
  const rest = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const path = request.url ?? ''
      const token = path.includes('gettoken') ? { access_token: 'T', expires_in: 7200 } : {}
      if (path.includes('message/send')) answers += 1
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', ...token, msgid: `m${answers}` }))
    })
  })
  rest.listen(0, '127.0.0.1')
  await once(rest, 'listening')
  const base = `http://127.0.0.1:${(rest.address() as AddressInfo).port}`
  process.on('message', () => process.send?.({ cards, answers }))
  process.on('disconnect', () => process.exit(0))
  process.send?.({ wsUrl: simulator.wsUrl, base })
}

if (process.argv[2] === 'platform') await run()
