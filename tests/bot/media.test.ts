import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer as createTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encryptMedia } from '../../bot/crypto.ts'
import { makeMedia, type BotMedia, type MediaOptions } from '../../bot/media.ts'
import { addressRule, isPrivate } from '../../bot/media/address.ts'
import { faultOf } from '../../bot/media/fault.ts'
import { fileName } from '../../bot/media/name.ts'
import { FileServer, PNG } from './files.ts'

const KEY = randomBytes(32).toString('base64')
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
let server: FileServer
let dataDir: string
let media: BotMedia

const open = (own: Partial<MediaOptions> = {}) =>
  (media = makeMedia({ dataDir, log: silent, wsUrl: 'ws://127.0.0.1:1', pauses: [0, 1, 1], timeout: 500, ...own }))
const fetch = (url: string, aesKey: string | null = KEY, kind: 'image' | 'file' | 'video' = 'image') =>
  media.fetch({ kind, url, aesKey }, { strip: false })
const leftovers = () => readdir(join(dataDir, 'files', 'tmp')).catch(() => [])

beforeEach(async () => {
  server = await FileServer.start()
  dataDir = await mkdtemp(join(tmpdir(), 'shaozi-media-'))
  open()
})
afterEach(async () => {
  expect(await leftovers()).toEqual([])
  await media.close()
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('a file', () => {
  it('is decrypted and kept under its SHA-256, readable by nobody else', async () => {
    const url = server.file('/a', encryptMedia(PNG, KEY), {
      'content-disposition': "attachment; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.png",
    })
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    expect(await fetch(url)).toEqual({
      ok: true,
      file: {
        sha256,
        mime: 'image/png',
        bytes: PNG.length,
        name: '现场.png',
        gps: null,
        thumb: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    })
    const path = join(dataDir, 'files', sha256.slice(0, 2), sha256)
    expect(await readFile(path)).toEqual(PNG)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is kept once however often it comes', async () => {
    const url = server.file('/a', encryptMedia(PNG, KEY))
    const both = await Promise.all([fetch(url), fetch(url)])
    expect(both[0]).toEqual(both[1])
    expect(both[0]?.ok).toBe(true)
  })

  it.each([31, 32, 33, 63, 64, 70_000])('of %i bytes more survives padding and pieces', async (more) => {
    const data = Buffer.concat([PNG, randomBytes(more)])
    const cipher = encryptMedia(data, KEY)
    const url = server.at('/p', (_request, response) => {
      response.writeHead(200)
      for (let i = 0; i < cipher.length; i += 1009) response.write(cipher.subarray(i, i + 1009))
      response.end()
    })
    expect(await fetch(url)).toMatchObject({
      ok: true,
      file: { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') },
    })
  })

  it('without a key is taken as it is', async () => {
    expect(await fetch(server.file('/a', PNG), null)).toMatchObject({ ok: true, file: { mime: 'image/png' } })
  })

  it('comes on a later try when the first ones failed', async () => {
    const url = server.at('/a', (request, response, asked) => {
      if (asked === 1) request.socket.destroy()
      else if (asked === 2) response.writeHead(502).end('<html>')
      else response.end(encryptMedia(PNG, KEY))
    })
    expect(await fetch(url)).toMatchObject({ ok: true })
    expect(server.asked['/a']).toBe(3)
  })

  it.each([
    ['plain text', Buffer.from('现场情况说明\n第二行'), 'text/plain'],
    ['text in GB18030', Buffer.from('d6d0b9fac7e9bff6', 'hex'), 'text/plain'],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'application/pdf'],
    ['amr', Buffer.from('#!AMR\n\u0000\u0001'), 'audio/amr'],
    ['zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'application/zip'],
  ])('that is %s is known by its content', async (_what, data, mime) => {
    expect(
      await fetch(server.file('/a', encryptMedia(data, KEY), { 'content-type': 'image/png' }), KEY, 'file'),
    ).toMatchObject({ ok: true, file: { mime } })
  })
})

describe('a file that cannot be kept', () => {
  it.each([404, 403, 410])('answered with %i has expired, and is not asked for again', async (status) => {
    const url = server.at('/x', (_request, response) => void response.writeHead(status).end('gone'))
    expect(await fetch(url)).toEqual({ ok: false, fault: 'expired' })
    expect(server.asked['/x']).toBe(1)
  })

  it.each([
    ['html', '<!DOCTYPE html><script>alert(1)</script>'],
    ['html further down', 'text\n<script>alert(1)</script>'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['an ELF program', '\u007FELF\u0002\u0001\u0001'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['noise', '\u0000\u0001\u0002\u0003'],
  ])('that is %s is refused', async (_what, data) => {
    expect(await fetch(server.file('/x', encryptMedia(Buffer.from(data, 'latin1'), KEY)), KEY, 'file')).toEqual({
      ok: false,
      fault: 'type-refused',
    })
  })

  it('with another key is damaged', async () => {
    const url = server.file('/x', encryptMedia(PNG, randomBytes(32).toString('base64')))
    const fetched = await fetch(url)
    expect(fetched.ok || ['damaged', 'type-refused'].includes(fetched.fault)).toBe(true)
    expect(fetched.ok).toBe(false)
  })

  it.each(['', 'short', 'A'.repeat(60)])('with the key %j has a bad key', async (key) => {
    expect(await fetch(server.file('/x', encryptMedia(PNG, KEY)), key)).toEqual({ ok: false, fault: 'bad-key' })
  })

  it('with wrong padding is damaged', async () => {
    const cipher = encryptMedia(PNG, KEY)
    expect(await fetch(server.file('/x', cipher.subarray(0, 32)))).toEqual({ ok: false, fault: 'damaged' })
  })

  it('cut in the middle of a block is damaged', async () => {
    expect(await fetch(server.file('/x', encryptMedia(PNG, KEY).subarray(0, 41)))).toEqual({
      ok: false,
      fault: 'damaged',
    })
  })

  it('that is empty is said to be so', async () => {
    expect(await fetch(server.file('/x', Buffer.alloc(0)), null)).toEqual({ ok: false, fault: 'empty' })
  })

  it('cut off on the way is tried three times', async () => {
    const url = server.at('/x', (request, response) => {
      response.writeHead(200, { 'content-length': '5000' })
      response.write(randomBytes(1000), () => request.socket.destroy())
    })
    expect(await fetch(url)).toEqual({ ok: false, fault: 'network' })
    expect(server.asked['/x']).toBe(3)
  })

  it('that never ends is stopped at the cap', async () => {
    open({ caps: { image: 1000, file: 1000, video: 5000 } })
    const url = server.at('/x', (_request, response) => {
      const more = () => void response.write(randomBytes(512), (error) => (error ? undefined : setImmediate(more)))
      more()
    })
    expect(await fetch(url)).toEqual({ ok: false, fault: 'too-large' })
    expect(server.asked['/x']).toBe(1)
  })

  it('of exactly the cap is taken, one byte more is not', async () => {
    open({ caps: { image: PNG.length, file: PNG.length - 1, video: 0 } })
    const url = server.file('/x', PNG)
    expect((await fetch(url, null, 'image')).ok).toBe(true)
    expect(await fetch(url, null, 'file')).toEqual({ ok: false, fault: 'too-large' })
  })

  it('from a server that says nothing is given up', async () => {
    open({ timeout: 50, pauses: [0] })
    const mute = createTcp().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const address = mute.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await fetch(`http://127.0.0.1:${port}/`)).toEqual({ ok: false, fault: 'network' })
    mute.close()
  })

  it('when the folder cannot be written says so', async () => {
    await rm(dataDir, { recursive: true })
    await writeFile(dataDir, '')
    expect(await fetch(server.file('/x', encryptMedia(PNG, KEY)))).toEqual({ ok: false, fault: 'disk' })
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk'],
    ['ECONNRESET', 'network'],
    ['UND_ERR_BODY_TIMEOUT', 'network'],
  ])('because of %s has the fault %s', (code, fault) => {
    const error = Object.assign(new Error(code), { code })
    expect(faultOf(error)).toBe(fault)
    expect(faultOf(new Error('outer', { cause: error }))).toBe(fault)
    expect(faultOf('nonsense')).toBe('network')
  })

  it('behind a redirect is not followed', async () => {
    const url = server.at('/x', (_request, response) => void response.writeHead(302, { location: `/y` }).end())
    server.file('/y', encryptMedia(PNG, KEY))
    expect(await fetch(url)).toEqual({ ok: false, fault: 'bad-address' })
    expect(server.asked['/y']).toBeUndefined()
  })
})

describe('an address that must not be fetched from', () => {
  const PLATFORM = 'wss://openws.work.weixin.qq.com'

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://169.254.169.254/latest',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://172.16.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'file:///etc/passwd',
    'gopher://x/',
    'ftp://x/',
    'javascript:1',
    'nonsense',
    '',
    'http://user:secret@example.com/',
  ])('%s is refused', async (url) => {
    await media.close()
    open({ wsUrl: PLATFORM })
    expect(await fetch(url)).toEqual({ ok: false, fault: 'bad-address' })
  })

  it('is refused by what its name resolves to', async () => {
    await media.close()
    open({ wsUrl: PLATFORM })
    server.file('/a', encryptMedia(PNG, KEY))
    expect(await fetch(`http://localhost:${server.port}/a`)).toEqual({ ok: false, fault: 'bad-address' })
    expect(server.asked['/a']).toBeUndefined()
  })

  it('is any but the listed hosts, where hosts are listed', () => {
    const rule = addressRule(PLATFORM, ['myqcloud.com'])
    expect(rule.url('https://ww-aibot-img-1.cos.myqcloud.com/a').hostname).toBe('ww-aibot-img-1.cos.myqcloud.com')
    expect(() => rule.url('https://evilmyqcloud.com/a')).toThrow(/host/)
    expect(() => addressRule(PLATFORM).url('https://example.com/a')).toThrow(/host/)
    expect(addressRule(PLATFORM).url('https://mmbiz.qpic.cn/a').hostname).toBe('mmbiz.qpic.cn')
  })

  it("may be private on the platform's own host only", () => {
    const rule = addressRule('ws://simulator:8200')
    expect(rule.allows('simulator', '10.0.0.5')).toBe(true)
    expect(rule.allows('other', '10.0.0.5')).toBe(false)
    expect(rule.allows('other', '8.8.8.8')).toBe(true)
  })

  it.each([
    ['8.8.8.8', false],
    ['2400:3200::1', false],
    ['100.64.0.1', true],
    ['::ffff:8.8.8.8', true],
    ['no address', true],
  ])('%s private: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected)
  })
})

describe('the name of a file', () => {
  it.each([
    ['attachment; filename="照片.jpg"', '照片.jpg'],
    [Buffer.from('attachment; filename="照片.jpg"', 'utf8').toString('latin1'), '照片.jpg'],
    ["attachment; filename=a.png; filename*=UTF-8''%E7%85%A7%E7%89%87.png", '照片.png'],
    ['attachment; filename=%E7%85%A7.png', '照.png'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="..%2f..%2fetc%2fpasswd"', 'passwd'],
    ['attachment; filename="C:\\\\temp\\\\x.doc"', 'x.doc'],
    ['attachment; filename="a\u0000\u202Egpj.exe"', 'agpj.exe'],
    ['attachment; filename="%zz.png"', '%zz.png'],
    ['attachment; filename="a<b>:c?.txt"', 'a_b__c_.txt'],
    [`attachment; filename="${'长'.repeat(300)}.docx"`, `${'长'.repeat(114)}….docx`],
    ['attachment; filename=".."', null],
    ['attachment', null],
    [undefined, null],
  ])('%j is %j', (header, name) => expect(fileName(header)).toBe(name))
})
