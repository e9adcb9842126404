import { createHmac } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HOOK_EVENT_NAMES, type HookEvent } from '../../../domain/open/events.ts'
import type { Hook } from '../../../domain/town.ts'
import { openHouse, type House } from '../house.ts'
import { finished, reported } from '../story.ts'
import { receiver, status, type Receiver } from './receiver.ts'

const SECRET = 'a-secret-of-the-two-of-us'

type Story = Readonly<{ house: House; there: Receiver }>

async function called(
  work: (story: Story) => Promise<void>,
  events: readonly HookEvent[] = HOOK_EVENT_NAMES,
  url?: string,
  at?: string,
) {
  const there = await receiver()
  const file = join(await mkdtemp(join(tmpdir(), 'shaozi-hook-')), 'secret')
  await writeFile(file, `${SECRET}\n`)
  const hook: Hook = { id: 'county', url: url ?? there.url, events, secret: { file } }
  const house = await openHouse({
    ...(at ? { at } : {}),
    towns: (towns) => towns.map((town) => ({ ...town, hooks: [hook] })),
  })
  await work({ house, there })
  await house.close()
}

type Body = Readonly<{ id: string; event: string; at: string; town: string; case: Readonly<Record<string, unknown>> }>
const bodies = ({ calls }: Receiver): Body[] => calls.map(({ body }) => JSON.parse(body) as Body)

describe('a system that is called', () => {
  it('hears what happens to a case, in order and signed, and not a word of anybody', () =>
    called(async ({ house, there }) => {
      const { caseNo } = await finished(house)
      house.readsAll()
      expect(bodies(there).map(({ event }) => event)).toEqual(['opened', 'dispatched', 'signed', 'finished'])
      const [first, , third] = bodies(there)
      expect(first).toMatchObject({ town: 'QS', case: { no: caseNo, unit: '城管中队', level: 'normal' } })
      expect(third).toMatchObject({ event: 'signed', case: { stage: 'signed', signed_at: expect.any(String) } })
      const [call] = there.calls
      const [, t = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers['x-shaozi-signature'])) ?? []
      expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${call?.body}`).digest('hex'))
      expect(Number(t) * 1000).toBe(house.clock.now().getTime())
      expect(call?.headers['idempotency-key']).toBe(first?.id)
      const sent = JSON.stringify(there.calls)
      for (const secret of ['张伟', 'zhangwei', 'lihua', '摆摊', '王家村', '劝离', SECRET])
        expect(sent).not.toContain(secret)
    }))

  it('hears only what it wants to', () =>
    called(
      async ({ house, there }) => {
        await finished(house)
        house.readsAll()
        expect(bodies(there).map(({ event }) => event)).toEqual(['finished'])
      },
      ['finished', 'closed'],
    ))

  it('hears nothing of what was told in confidence, or of the township’s own people', () =>
    called(async ({ house, there }) => {
      await house.person('v-lihua').says('王家村有人占道摆摊，请替我保密')
      await house.person('v-zhaomin').says('城管中队的张伟收了摊贩的钱，王家村天天占道摆摊')
      house.readsAll()
      expect(there.calls).toEqual([])
    }))

  it('is called again after a minute, five minutes, half an hour … with the same number, and hears it in the end', () =>
    called(
      async ({ house, there }) => {
        there.answers.push(status(500), status(429), status(302, { Location: 'http://169.254.169.254/latest' }))
        await reported(house)
        house.readsAll()
        expect(there.calls).toHaveLength(1)
        await house.forward('90s')
        expect(there.calls).toHaveLength(2)
        await house.forward('7m')
        expect(there.calls).toHaveLength(3)
        await house.forward('40m')
        house.readsAll()
        expect(there.calls).toHaveLength(4)
        expect(new Set(bodies(there).map(({ id }) => id)).size).toBe(1)
        expect(new Set(there.calls.map(({ headers }) => headers['x-shaozi-signature'])).size).toBe(4)
        await house.forward('3h')
        house.readsAll()
        expect(there.calls).toHaveLength(4)
      },
      ['opened'],
    ))

  it('that never answers is given up after a day and a half, and the admin is told once', () =>
    called(
      async ({ house, there }) => {
        there.answers.push(...Array.from({ length: 20 }, () => status(503)))
        await reported(house)
        await reported(house, '李家沟有人占道摆摊').catch(() => undefined)
        house.readsAll()
        await house.forward('3d')
        house.expects('u-dingning', '推送没有送达', 'county', '网址和密钥')
        expect(house.unread('u-dingning').filter(({ content }) => content.includes('推送没有送达'))).toEqual([])
        house.readsAll()
        expect(there.calls).toHaveLength(14)
        const parked = await house.rowsOf(`SELECT reason FROM outbox WHERE queue = 'hooks' AND status = 'parked'`)
        expect(parked).toEqual([{ reason: 'gave-up: HTTP 503' }, { reason: 'gave-up: HTTP 503' }])
      },
      ['opened'],
      undefined,
      // given up in the morning of a day, both of them: once a day it is told
      '2026-11-24T20:00:00+08:00',
    ))

  it('on another machine in the house is not called', () =>
    called(
      async ({ house, there }) => {
        await reported(house)
        house.readsAll()
        expect(there.calls).toEqual([])
        const rows = await house.rowsOf(`SELECT status, reason FROM outbox WHERE queue = 'hooks'`)
        expect(rows).toEqual([{ status: 'pending', reason: 'not an address that may be called' }])
      },
      ['opened'],
      'http://10.0.0.1/hook',
    ))
})
