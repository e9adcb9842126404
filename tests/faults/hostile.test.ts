import { encrypt, getSignature } from '@wecom/crypto'
import { describe, expect, it } from 'vitest'
import { makeCallback, MOST_BYTES } from '../../bot/callback/callback.ts'
import { parseXml } from '../../bot/callback/xml.ts'
import { messageOf } from '../../domain/open/order.ts'
import { orderOf } from '../../web/api/cases/acts.ts'
import { written } from '../../bot/text/received.ts'
import { split } from '../../bot/text/split.ts'
import { SPLIT_MARKS } from '../../bot/wording/common.ts'
import { CALLBACK, CORP } from '../doors/wecom.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

const BOMBS: Readonly<Record<string, string>> = {
  'a billion laughs': `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]><xml><ToUserName>&lol9;</ToUserName></xml>`,
  'an external entity': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Content>&e;</Content></xml>`,
  'an external entity by network': `<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><xml><Content>x</Content></xml>`,
  'a big entity': `<!ENTITY a "${'a'.repeat(50_000)}"><xml>&a;&a;&a;</xml>`,
  'a doctype in small letters': `<!doctype x><xml><Content>x</Content></xml>`,
  'deep nesting': `<xml>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</xml>`,
  'nesting that never ends': `<xml>${'<a>'.repeat(20_000)}`,
  'no element': 'x'.repeat(60_000),
  'an element that is not open': '</xml>',
  nothing: '',
}

describe('XML that is meant to do harm', () => {
  it.each(Object.entries(BOMBS))('%s is no message', (_what, xml) => {
    const plain = parseXml(xml)
    expect(plain === null || plain['ToUserName'] === undefined).toBe(true)
    expect(JSON.stringify(plain) ?? '').not.toMatch(/root:|lollol/u)
  })

  it('as many numeric entities as a callback may hold are characters, one for one', () => {
    const count = Math.floor(MOST_BYTES / '&#x41;'.length) - 20
    const plain = parseXml(`<xml><Content>${'&#x41;'.repeat(count)}</Content></xml>`)
    expect(plain?.['Content']).toBe('A'.repeat(count))
  })

  it('entities that are no characters say nothing', () => {
    const xml = '<xml><Content>a&#0;&#xFFFFFF;&#9999999;&#xD800;&unknown;&lt;b</Content></xml>'
    expect(written(String(parseXml(xml)?.['Content']))).toBe('a\uFFFD&unknown;<b')
  })

  it('names that belong to every object are words like others', () => {
    const plain = parseXml('<xml><__proto__><isStaff>1</isStaff></__proto__><constructor>x</constructor></xml>')
    expect(({} as Readonly<Record<string, unknown>>)['isStaff']).toBeUndefined()
    expect(plain?.['isStaff']).toBeUndefined()
  })
})

describe('a forged callback', () => {
  const door = () => {
    const heard: object[] = []
    const onPlain = async (plain: object): Promise<void> => void heard.push(plain)
    return { ...makeCallback({ ...CALLBACK, corpId: CORP, now: () => NOW, log: silent, onPlain }), heard }
  }
  const at = `${NOW.getTime() / 1000}`
  const envelope = (encrypted: string) => Buffer.from(`<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`)
  const query = (encrypted: string, own: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({
      msg_signature: getSignature(CALLBACK.token, at, 'n1', encrypted),
      ...{ timestamp: at, nonce: 'n1', ...own },
    })
  const XML = `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><Content><![CDATA[x]]></Content></xml>`
  const good = encrypt(CALLBACK.aesKey, XML, CORP)
  const bytes = Buffer.from(good, 'base64')
  const changed = (at_: number): string => {
    const copy = Buffer.from(bytes)
    copy[at_] = (copy[at_] ?? 0) ^ 1
    return copy.toString('base64')
  }

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['a nonce that was swapped', good, { nonce: 'n2' }],
    ['a time that was swapped', good, { timestamp: `${Number(at) + 1}` }],
    ['a signature in capitals', good, { msg_signature: getSignature(CALLBACK.token, at, 'n1', good).toUpperCase() }],
    ['half a signature', good, { msg_signature: getSignature(CALLBACK.token, at, 'n1', good).slice(0, 20) }],
    ['no signature', good, { msg_signature: '' }],
    ['a cipher text cut by a block', bytes.subarray(0, -32).toString('base64'), {}],
    ['a cipher text cut in a block', bytes.subarray(0, -7).toString('base64'), {}],
    ['a first byte that was changed', changed(16), {}],
    ['a padding that was changed', changed(bytes.length - 33), {}],
    ['another corp', encrypt(CALLBACK.aesKey, XML, 'ww-other'), {}],
    ['another corp inside', encrypt(CALLBACK.aesKey, XML.replace(CORP, 'ww-other'), CORP), {}],
    ['a DOCTYPE inside', encrypt(CALLBACK.aesKey, `<!DOCTYPE x>${XML}`, CORP), {}],
    ['a timestamp with a sign', good, { timestamp: `+${at}` }],
  ])('with %s is refused, and answered as every other', async (_what, encrypted, own) => {
    const { receive, heard, refused } = door()
    expect(await receive(query(encrypted, own), envelope(encrypted))).toEqual({ status: 403, body: '' })
    expect(heard).toEqual([])
    expect(
      Object.values(refused()).reduce((sum, count) => sum + count, 0),
      'it is counted',
    ).toBe(1)
  })

  it('the same, untouched, is taken', async () => {
    const { receive, heard } = door()
    expect((await receive(query(good), envelope(good))).status).toBe(200)
    expect(heard).toHaveLength(1)
  })

  it('that says Encrypt twice, or hides one in a comment, is refused', async () => {
    const { receive, heard } = door()
    const twice = Buffer.concat([envelope(good), envelope(good)])
    const hidden = Buffer.from(`<xml><!-- <Encrypt>AAAA</Encrypt> --><Encrypt>${good}</Encrypt></xml>`)
    for (const body of [twice, hidden]) expect((await receive(query(good), body)).status).toBe(403)
    expect(heard).toEqual([])
  })
})

describe('text that is meant to confuse', () => {
  it.each([
    ['a character that ends strings', 'a\u0000b', 'ab'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['words that run backwards', '\u202E付支\u202C', '付支'],
    ['characters of no width', '占\u200B道\u2060经\uFEFF营', '占道经营'],
    ['control characters', 'a\u0007\u001B[31mb', 'a[31mb'],
    ['tags nobody sees', `好\u{E0041}\u{E007F}`, '好'],
  ])('%s', (_what, text, clean) => expect(written(text)).toBe(clean))

  it('comes cleaned by every door: of a page, of another system', () => {
    const odd = '请\u202E抓紧\u0000\u200B'
    expect(orderOf('QS261124-0001', { act: 'urge', words: odd })).toMatch(/^\S+ QS261124-0001 请抓紧$/)
    const order = { system: 'open311', no: '1', town: 'QS', spot: null, item: null, answerBy: null } as const
    const { content } = messageOf({ ...order, text: odd, place: odd, matter: odd }, 'somebody')
    expect(content).toMatchObject({ text: '请抓紧', place: '请抓紧', matter: '请抓紧' })
  })

  it('a hundred thousand emoji are cut between them, in parts that fit', () => {
    const text = written('👨‍👩‍👧😀'.repeat(50_000))
    expect(text.isWellFormed()).toBe(true)
    const parts = split(text, SPLIT_MARKS, 2048)
    for (const part of parts) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(2048)
      expect(part.isWellFormed()).toBe(true)
    }
  })

  it('more than a megabyte is a megabyte', () => {
    expect(Buffer.byteLength(written('长'.repeat(4_000_000)))).toBeLessThanOrEqual(1024 * 1024)
  })
})
