import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTls } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { certificateOf } from '../../../bot/doctor/certificate.ts'
import { aheadOf } from '../../../bot/doctor/clock.ts'
import { selfSigned } from './selfSigned.ts'

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

describe('the certificate of the public address', () => {
  it.each([
    ['one that is good', '2031-05-06T07:08:09.000Z'],
    ['one that is over', '2021-05-06T07:08:09.000Z'],
  ])('is read to its last second: %s', async (_which, until) => {
    const port = await portOf(createTls(selfSigned(new Date(until))))
    expect(await certificateOf(`https://127.0.0.1:${port}`)).toEqual({ until: new Date(until) })
  })

  it('is not read where nobody is there, or somebody who speaks no TLS', async () => {
    const server = createServer()
    const port = await portOf(server)
    expect(await certificateOf(`https://127.0.0.1:${port}`)).toMatchObject({
      fault: expect.stringMatching(/SSL|EPROTO|ECONNRESET/),
    })
    server.close()
    await once(server, 'close')
    expect(await certificateOf(`https://127.0.0.1:${port}`)).toEqual({ fault: 'ECONNREFUSED' })
  })
})

describe('another clock', () => {
  const saying = (date: string) => portOf(createServer((_req, res) => res.setHeader('Date', date).writeHead(404).end()))
  const wall = () => new Date('2026-11-24T02:10:00Z')

  it('is read of whatever it answers', async () => {
    const port = await saying('Tue, 24 Nov 2026 02:00:00 GMT')
    expect(await aheadOf(`http://127.0.0.1:${port}/`, wall)).toBe(600)
    const other = await saying('Tue, 24 Nov 2026 02:20:00 GMT')
    expect(await aheadOf(`http://127.0.0.1:${other}/`, wall)).toBe(-600)
  })

  it('says nothing where it is no clock, or nobody is there', async () => {
    expect(await aheadOf(`http://127.0.0.1:${await saying('soon')}/`, wall)).toBeNull()
    expect(await aheadOf('http://127.0.0.1:1/', wall)).toBeNull()
  })
})
