import { encrypt, getSignature } from '@wecom/crypto'
import { describe, expect, it } from 'vitest'
import { makeCallback, MOST_BYTES } from '../../bot/callback/callback.ts'
import { openEnvelope } from '../../bot/callback/envelope.ts'
import { makeReplays } from '../../bot/callback/replay.ts'
import { parseXml } from '../../bot/callback/xml.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const SEAL = { token: 'Token123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', corpId: 'ww-test' } as const
const XML = '<xml><ToUserName><![CDATA[ww-test]]></ToUserName></xml>'
const MINUTE = 60_000
const seconds = (at: Date): string => `${Math.floor(at.getTime() / 1000)}`

type Signed = Readonly<{
  encrypted?: string
  timestamp?: string
  nonce?: string
  envelope?: (encrypted: string) => string
}>
const ENVELOPE = (encrypted: string) => `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

/** A request with a right signature over whatever it holds: what is wrong with it is the rest. */
function signed({ encrypted, timestamp = seconds(NOW), nonce = 'n1', envelope = ENVELOPE }: Signed = {}) {
  const sealed = encrypted ?? encrypt(SEAL.aesKey, XML, SEAL.corpId)
  const signature = getSignature(SEAL.token, timestamp, nonce, sealed)
  return {
    query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }),
    body: Buffer.from(envelope(sealed)),
  }
}
const faultOf = ({ query, body }: ReturnType<typeof signed>): string => {
  const opened = openEnvelope(SEAL, query, body, NOW)
  return opened.ok ? 'taken' : opened.fault
}
const changed = (name: string, value: string | null) => {
  const { query, body } = signed()
  if (value === null) query.delete(name)
  else query.set(name, value)
  return { query, body }
}

describe('an envelope', () => {
  it.each([
    ['as WeCom sends it', signed(), 'taken'],
    ['without a signature', changed('msg_signature', null), 'query'],
    ['with a signature cut short', changed('msg_signature', 'abc'), 'query'],
    ['with a signature in capitals', changed('msg_signature', 'A'.repeat(40)), 'query'],
    ['with a signature and something before it', changed('msg_signature', `x${'a'.repeat(40)}`), 'query'],
    ['with another signature', changed('msg_signature', 'a'.repeat(40)), 'signature'],
    ['without a time', changed('timestamp', null), 'query'],
    ['with a time of eleven digits', changed('timestamp', `${seconds(NOW)}0`), 'query'],
    ['with a time that is none', changed('timestamp', '1e10000000'), 'query'],
    ['without a nonce', changed('nonce', null), 'query'],
    ['with a nonce of many signs', changed('nonce', 'n'.repeat(65)), 'query'],
    ['with a nonce with a blank', changed('nonce', 'n 1'), 'query'],
    ['with another nonce than was signed', changed('nonce', 'n2'), 'signature'],
    ['ten minutes old to the second', signed({ timestamp: seconds(new Date(NOW.getTime() - 10 * MINUTE)) }), 'taken'],
    ['ten minutes ahead to the second', signed({ timestamp: seconds(new Date(NOW.getTime() + 10 * MINUTE)) }), 'taken'],
    ['a second older', signed({ timestamp: seconds(new Date(NOW.getTime() - 10 * MINUTE - 1000)) }), 'old'],
    ['without what is encrypted', signed({ envelope: () => '<xml></xml>' }), 'envelope'],
    ['with an empty one', signed({ envelope: () => '<xml><Encrypt></Encrypt></xml>' }), 'envelope'],
    ['with two', signed({ envelope: (text) => ENVELOPE(text) + ENVELOPE(text) }), 'envelope'],
    [
      'with two, one of which is none',
      signed({ envelope: (text) => `${ENVELOPE(text)}<Encrypt>!</Encrypt>` }),
      'envelope',
    ],
    ['with a DOCTYPE', signed({ envelope: (text) => `<!DOCTYPE x>${ENVELOPE(text)}` }), 'envelope'],
    ['with an entity', signed({ envelope: (text) => `<!entity a "b">${ENVELOPE(text)}` }), 'envelope'],
    ['without CDATA', signed({ envelope: (text) => `<xml><Encrypt> ${text}\n</Encrypt></xml>` }), 'taken'],
    ['with padding in the middle of what is encrypted', signed({ encrypted: 'AA=A' }), 'envelope'],
    ['of less than a block', signed({ encrypted: 'AAAA' }), 'encryption'],
    ['of a block and a half', signed({ encrypted: Buffer.alloc(48).toString('base64') }), 'encryption'],
    ['of noise', signed({ encrypted: Buffer.alloc(64, 7).toString('base64') }), 'encryption'],
  ])('%s', (_name, request, fault) => {
    expect(faultOf(request)).toBe(fault)
  })

  it('that verifies the address is taken though a proxy made blanks of its plus signs', () => {
    const echo = plussed()
    const query = signed({ encrypted: echo }).query
    query.set('echostr', echo.replaceAll('+', ' '))
    expect(openEnvelope(SEAL, query, null, NOW)).toMatchObject({ ok: true, message: XML })
    query.delete('echostr')
    expect(openEnvelope(SEAL, query, null, NOW)).toEqual({ ok: false, fault: 'envelope' })
  })
})

/** Encryption begins with random bytes: one of the first tries holds a plus. */
function plussed(): string {
  const made = Array.from({ length: 200 }, () => encrypt(SEAL.aesKey, XML, SEAL.corpId))
  return made.find((text) => text.includes('+')) ?? ''
}

describe('what was seen before', () => {
  const later = (minutes: number, ms = 0) => new Date(NOW.getTime() + minutes * MINUTE + ms)

  it('is the same or another with its nonce for ten minutes, and new after that', () => {
    const replays = makeReplays()
    expect(replays.look('n', 's', NOW)).toBe('new')
    replays.remember('n', 's', NOW)
    expect([replays.look('n', 's', later(10)), replays.look('n', 't', later(10))]).toEqual(['same', 'other'])
    expect([replays.look('n', 's', later(10, 1)), replays.look('m', 's', NOW)]).toEqual(['new', 'new'])
  })

  it('is kept no longer and no more than it must: a flood pushes out the oldest', () => {
    const replays = makeReplays()
    for (let n = 0; n <= 100_000; n++) replays.remember(`n${n}`, 's', NOW)
    expect([replays.look('n0', 's', NOW), replays.look('n1', 's', NOW), replays.look('n100000', 's', NOW)]).toEqual([
      'new',
      'same',
      'same',
    ])
  })

  it('counts from the last time it came', () => {
    const replays = makeReplays()
    replays.remember('n', 's', NOW)
    replays.remember('n', 's', later(9))
    replays.remember('other', 's', later(11))
    expect(replays.look('n', 's', later(18))).toBe('same')
  })
})

describe('a message', () => {
  it.each([
    ['<xml><A>1</A><A>2</A></xml>', { A: ['1', '2'] }],
    ['<xml><A><B>x</B></A></xml>', { A: { B: 'x' } }],
    ['<xml><A> x </A><B></B><C/></xml>', { A: ' x ', B: '', C: '' }],
    ['<xml><A>&lt;&GT;&amp;&quot;&apos;</A></xml>', { A: '<>&"\'' }],
    ['<xml><A>&#20013;&#x6587;&#X41;</A></xml>', { A: '中文A' }],
    ['<xml><A>&#1114111;&#1114112;&#0;x</A></xml>', { A: '\u{10ffff}x' }],
    ['<xml><A>&nbsp;&amp;lt;</A></xml>', { A: '&nbsp;&lt;' }],
    ['<xml><A><![CDATA[a]]><![CDATA[&lt;b]]></A></xml>', { A: 'a&lt;b' }],
    ['<xml>text<A>1</A></xml>', { A: '1' }],
    [`<xml>${'<a>'.repeat(8)}x${'</a>'.repeat(8)}</xml>`, expect.anything()],
    [`<xml>${'<a>'.repeat(9)}x${'</a>'.repeat(9)}</xml>`, null],
    [`<xml><A>1</A><A>${'<a>'.repeat(8)}x${'</a>'.repeat(8)}</A></xml>`, null],
    ['<xml><A>1</A></xml><xml><A>2</A></xml>', null],
    ['<other><A>1</A></other>', null],
    ['<xml>text</xml>', null],
    ['', null],
    ['<!ENTITY x "y"><xml><A>1</A></xml>', null],
  ])('%s', (text, plain) => {
    expect(parseXml(text)).toEqual(plain)
  })
})

describe('a door that refuses', () => {
  function door(now: () => Date, onPlain: () => Promise<void> = async () => undefined) {
    const logged: string[] = []
    const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
    const log = { debug: note, info: note, warn: note, error: note }
    return { ...makeCallback({ ...SEAL, now, log, onPlain }), logged }
  }

  it('counts by reason, and says each reason once a minute, so that a flood does not fill the log', async () => {
    let now = NOW
    const { receive, refused, logged } = door(() => now)
    const { query } = signed()
    const large = Buffer.alloc(MOST_BYTES + 1)
    for (let n = 0; n < 5; n++) await receive(query, large)
    await receive(query, Buffer.alloc(MOST_BYTES))
    expect(refused()).toEqual({ 'too-large': 5, envelope: 1 })
    expect(logged).toHaveLength(2)
    now = new Date(NOW.getTime() + MINUTE - 1)
    await receive(query, large)
    expect(logged).toHaveLength(2)
    now = new Date(NOW.getTime() + MINUTE)
    await receive(query, large)
    expect(logged).toHaveLength(3)
    expect(logged[0]).toContain('too-large')
  })

  it('takes nothing that is for another corp inside, though the envelope is right', async () => {
    const { receive, refused } = door(() => NOW)
    const { query, body } = signed({ encrypted: encrypt(SEAL.aesKey, XML.replace('ww-test', 'ww-other'), SEAL.corpId) })
    expect(await receive(query, body)).toEqual({ status: 403, body: '' })
    expect(refused()).toEqual({ 'not-xml': 1 })
  })

  it('asks for it again where it could not be kept, and says no more of the fault than its kind', async () => {
    const { receive, logged } = door(
      () => NOW,
      () => Promise.reject(new TypeError('李大明')),
    )
    const { query, body } = signed()
    expect(await receive(query, body)).toEqual({ status: 503, body: '' })
    expect(logged.join()).toContain('TypeError')
    expect(logged.join()).not.toContain('李大明')
  })
})
