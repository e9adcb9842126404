import { encrypt, getSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCallback, MOST_BYTES, type Plain } from '../../bot/callback/callback.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const CORP = 'ww-test'
const SEAL = { token: 'Token123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', corpId: CORP } as const
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const XML = `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><Content><![CDATA[a &lt; b]]></Content><MsgId>9007199254740993123</MsgId></xml>`

function door(onPlain: (plain: Plain) => Promise<void> = async () => undefined) {
  const heard: Plain[] = []
  let now = NOW
  const made = makeCallback({
    ...SEAL,
    now: () => now,
    log: silent,
    async onPlain(plain) {
      await onPlain(plain)
      heard.push(plain)
    },
  })
  return { ...made, heard, at: (later: Date) => void (now = later) }
}

type Parts = Readonly<{ xml?: string; corp?: string; nonce?: string; at?: Date; token?: string; key?: string }>

function request({
  xml = XML,
  corp = CORP,
  nonce = 'n1',
  at = NOW,
  token = SEAL.token,
  key = SEAL.aesKey,
}: Parts = {}) {
  const encrypted = encrypt(key, xml, corp)
  const timestamp = `${Math.floor(at.getTime() / 1000)}`
  const signature = getSignature(token, timestamp, nonce, encrypted)
  return {
    query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }),
    body: Buffer.from(
      `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
    ),
  }
}

const DONE = { status: 200, body: '' }
const REFUSED = { status: 403, body: '' }

describe('the verification of the address', () => {
  it('answers the vendor’s own sample with its plain text', () => {
    const sample = makeCallback({
      token: 'QDG6eK',
      aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      corpId: 'wx5823bf96d3bd56c7',
      now: () => new Date(1409659589_000),
      log: silent,
      onPlain: async () => undefined,
    })
    const query = {
      msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
      timestamp: '1409659589',
      nonce: '263014780',
      echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    }
    expect(sample.verify(new URLSearchParams(query))).toEqual({ status: 200, body: '1616140317555161061' })
    expect(sample.verify(new URLSearchParams({ ...query, nonce: '263014781' }))).toEqual(REFUSED)
  })
})

describe('a callback', () => {
  it('is handed on as texts, letter by letter, and answered empty', async () => {
    const { receive, heard } = door()
    const { query, body } = request()
    expect(await receive(query, body)).toEqual(DONE)
    expect(heard).toEqual([{ ToUserName: CORP, Content: 'a &lt; b', MsgId: '9007199254740993123' }])
  })

  it('sent again letter by letter is answered without work, but only once it was kept', async () => {
    let broken = true
    const { receive, heard } = door(async () => {
      if (broken) throw new Error('the database is away')
    })
    const { query, body } = request()
    expect((await receive(query, body)).status).toBe(503)
    broken = false
    expect(await receive(query, body)).toEqual(DONE)
    expect(await receive(query, body)).toEqual(DONE)
    expect(heard).toHaveLength(1)
  })

  it('with a nonce that was used for another one is refused', async () => {
    const { receive, heard, refused } = door()
    const first = request()
    const second = request({ xml: XML.replace('a &lt; b', 'other') })
    await receive(first.query, first.body)
    expect(await receive(second.query, second.body)).toEqual(REFUSED)
    expect([heard.length, refused()]).toEqual([1, { replayed: 1 }])
  })

  it.each([
    ['older than ten minutes', { at: new Date(NOW.getTime() - 601_000) }, 'old'],
    ['from the future', { at: new Date(NOW.getTime() + 601_000) }, 'old'],
    ['for another corp', { corp: 'ww-other' }, 'receiver'],
    ['signed with another token', { token: 'Other' }, 'signature'],
    ['encrypted with another key', { key: `b${SEAL.aesKey.slice(1)}` }, 'encryption'],
    ['with a DOCTYPE inside', { xml: `<!DOCTYPE x>${XML}` }, 'not-xml'],
    ['nested without end', { xml: `<xml>${'<a>'.repeat(5000)}</xml>` }, 'not-xml'],
    ['that is no message', { xml: 'hello' }, 'not-xml'],
  ])('%s is refused like all others', async (_name, parts, reason) => {
    const { receive, heard, refused } = door()
    const { query, body } = request(parts)
    expect(await receive(query, body)).toEqual(REFUSED)
    expect([heard, Object.keys(refused())]).toEqual([[], [reason]])
  })

  it('cut short, doubled or too large is refused', async () => {
    const { receive, heard } = door()
    const { query, body } = request()
    const doubled = body.toString().replace('</xml>', '<Encrypt><![CDATA[AAAA]]></Encrypt></xml>')
    const bodies = [body.subarray(0, 80), Buffer.from(doubled), Buffer.alloc(MOST_BYTES + 1, 'a'), Buffer.alloc(0)]
    for (const wrong of bodies) expect(await receive(query, wrong)).toEqual(REFUSED)
    expect(heard).toEqual([])
  })

  it('of random bytes and parameters is never taken and never throws', async () => {
    const { receive, heard } = door()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string(), fc.string(), async (bytes, signature, nonce) => {
        const query = new URLSearchParams({ msg_signature: signature, timestamp: '1795485600', nonce })
        expect(await receive(query, Buffer.from(bytes))).toEqual(REFUSED)
      }),
    )
    expect(heard).toEqual([])
  })
})
