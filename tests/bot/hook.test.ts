import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callRule } from '../../bot/hook/address.ts'
import { hookChannel } from '../../bot/hook/channel.ts'
import { signature } from '../../bot/hook/sign.ts'
import { openChannel } from '../../bot/open/channel.ts'
import { makeDestination } from '../../bot/destination.ts'
import type { Channel, NoticeBody } from '../../domain/notice.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Hook } from '../../domain/town.ts'
import { town } from '../domain/township.ts'
import { everyBody } from './bodies.ts'
import { FACTS, NOW, row } from './samples.ts'

const of = (kind: NoticeBody['kind']): NoticeBody => {
  const found = everyBody(FACTS).find((each) => each.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const HOOK: Recipient = { kind: 'hook', town: 'QS', id: 'county' }
const call = () => row(of('hook'), { to: HOOK, queue: 'hooks' })

async function listening(answer: (response: ServerResponse) => void): Promise<number> {
  const server = createServer((request, response) => request.resume().on('end', () => answer(response)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A call to this address, by a house that runs on one machine with it, or not. */
async function called(url: string, own: Readonly<{ atHome?: boolean; secret?: string | null; timeout?: number }> = {}) {
  const hook: Hook = { id: 'county', url, events: ['signed'], secret: { env: 'X' } }
  const channel = hookChannel({
    towns: [town('QS', '青石镇', { hooks: [hook] })],
    rule: callRule(own.atHome ?? true),
    secretOf: async () => (own.secret === undefined ? 'a-secret-of-the-two' : own.secret),
    timeout: own.timeout ?? 20_000,
  })
  return channel.send([call()], NOW).finally(() => channel.close())
}

const reasonOf = async (sent: ReturnType<typeof called>): Promise<string> => {
  const found = await sent
  return found.outcome === 'sent' ? 'sent' : `${found.outcome}: ${found.reason}`
}

describe('a call to another system', () => {
  it.each([
    [200, 'sent'],
    [204, 'sent'],
    [404, 'again: HTTP 404'],
    [500, 'again: HTTP 500'],
  ])('that is answered with %d is %s', async (status, outcome) => {
    const port = await listening((response) => response.writeHead(status).end('x'))
    expect(await reasonOf(called(`http://127.0.0.1:${port}/`))).toBe(outcome)
  })

  it('follows nobody to another address', async () => {
    let reached = 0
    const inside = await listening((response) => response.end(String((reached += 1))))
    const port = await listening((response) =>
      response.writeHead(307, { Location: `http://127.0.0.1:${inside}/` }).end(),
    )
    expect(await reasonOf(called(`http://127.0.0.1:${port}/`))).toBe('again: HTTP 307')
    expect(reached).toBe(0)
  })

  it('waits for nobody who is slow, and reads no answer without end', async () => {
    const slow = await listening(() => undefined)
    expect(await reasonOf(called(`http://127.0.0.1:${slow}/`, { timeout: 200 }))).toBe('again: no answer: TimeoutError')
    const endless = await listening((response) => {
      const more = () => void response.write('x'.repeat(100_000), () => setImmediate(more))
      more()
    })
    expect(await reasonOf(called(`http://127.0.0.1:${endless}/`))).toBe('sent')
  })

  it('goes into the house nowhere: not by a name, either', async () => {
    const port = await listening((response) => response.end())
    const at = (url: string) => reasonOf(called(url, { atHome: false }))
    expect(await at(`https://localhost:${port}/`)).toBe('again: no answer: bad-address')
    expect(await at(`http://127.0.0.1:${port}/`)).toBe('again: not an address that may be called')
  })

  it('is not made without a secret', async () => {
    expect(await reasonOf(called('https://example.org/', { secret: null }))).toBe('again: no secret')
  })

  it('is not made when it is not wanted any more', async () => {
    const channel = hookChannel({ towns: [town('QS', '青石镇')], rule: callRule(true), secretOf: async () => 'x' })
    expect(await channel.send([call()], NOW)).toMatchObject({ outcome: 'refused', why: 'no-channel' })
    await channel.close()
  })

  it.each([
    'http://example.org/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://2130706433/',
    'https://0.0.0.0/',
    'https://100.64.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[::]/',
    'https://224.0.0.1/',
    'https://127。0。0。1/',
    'https://0x7f.1/',
    'https://user:pass@example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'no address',
  ])('is not made to %s', (url) => {
    expect(callRule(false).url(url)).toBeNull()
  })

  it.each(['https://example.org/hook', 'https://8.8.8.8/'])('may be made to %s', (url) => {
    expect(callRule(false).url(url)?.href).toBe(url)
  })

  it('is signed as the manual says', () => {
    expect(signature('0123456789abcdef', new Date('2026-11-24T02:00:00.900Z'), '{"id":"x"}')).toBe(
      't=1795485600,v1=ff5f28800c4688ecacc2867ae7edc87374e67333c545aa400705f213bbf6aa9f',
    )
  })
})

describe('who told another system', () => {
  const sent: string[] = []
  const wecom: Channel = {
    send: async ([first]) => {
      sent.push(JSON.stringify(first?.to))
      return { outcome: 'sent', how: 'push' }
    },
    state: () => ({ name: 'aibot', up: true, detail: '' }),
  }
  const doors = makeDestination({ aibot: wecom, open: openChannel() }, [town('QS', '青石镇')])
  const NAME = 'open:12345 刘桂兰 13800002222'

  it.each<Recipient>([
    { kind: 'person', userid: NAME },
    { kind: 'chat', chat: { type: 'single', id: NAME, via: 'open' } },
    { kind: 'chat', chat: { type: 'single', id: NAME } },
  ])('is never named to WeCom: %j', async (to) => {
    expect(await doors.send([row(of('accepted'), { to })], NOW)).toMatchObject({ outcome: 'sent', door: 'open' })
    expect(await doors.send([row(of('relay'), { to })], NOW)).toMatchObject({ outcome: 'refused' })
    expect(sent).toEqual([])
    expect(doors.states().map(({ name }) => name)).toEqual(['aibot'])
  })
})
