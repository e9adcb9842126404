import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bot, reqIdOf, type Raw } from './raw.ts'
import { GROUP, heard, rejection, sdk, town, VILLAGER } from './town.ts'

const MINUTE = 60_000
const KB = 1024
const noise = (bytes: number) => Buffer.alloc(bytes, Buffer.from(Array.from({ length: 251 }, (_, i) => (i * 31) % 251)))
const md5 = (data: Buffer) => createHash('md5').update(data).digest('hex')
const PICTURE = { name: '现场 (1).jpg', data: noise(1000) }

describe('a download', () => {
  it.each([0, 1, 15, 16, 31, 32, 33, 100_000])('of %i bytes is what was sent, with its name', async (bytes) => {
    const simulator = await town()
    const client = await sdk(simulator)
    const message = heard(client, 'message.image')
    await simulator.sendMedia(VILLAGER, [{ ...PICTURE, data: noise(bytes) }])
    const { url, aeskey } = (await message).body.image
    const { buffer, filename } = await client.downloadFile(url, aeskey)
    expect(buffer.equals(noise(bytes))).toBe(true)
    expect(filename).toBe(PICTURE.name)
  })

  it('is ciphertext in blocks of 32 bytes, for five minutes, under a key of its own', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const message = heard(client, 'message.image')
    await simulator.sendMedia(VILLAGER, [PICTURE])
    const { url } = (await message).body.image
    const body = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(body.length % 32).toBe(0)
    expect(body.length).toBe(1024)
    await simulator.advance(5 * MINUTE)
    expect((await fetch(url)).status).toBe(200)
    await simulator.advance(1)
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch(`${url}x`)).status).toBe(404)
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  })

  it('fails on demand', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const message = heard(client, 'message.image')
    await simulator.sendMedia(VILLAGER, [PICTURE])
    const { url, aeskey } = (await message).body.image
    simulator.faults.media('missing')
    expect((await fetch(url)).status).toBe(404)
    simulator.faults.media('forbidden')
    expect((await fetch(url)).status).toBe(403)
    simulator.faults.media('garbage')
    await expect(client.downloadFile(url, aeskey)).rejects.toThrow(/./)
    simulator.faults.media('cut')
    await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow('terminated')
    simulator.faults.media('slow')
    const slow = await fetch(url, { signal: AbortSignal.timeout(60) })
    await expect(slow.arrayBuffer()).rejects.toThrow(/timeout/)
    simulator.faults.media('none')
    expect((await client.downloadFile(url, aeskey)).buffer.equals(PICTURE.data)).toBe(true)
  })
})

const init = (data: Buffer, more: object = {}) => ({
  type: 'file',
  filename: 'a.bin',
  total_size: data.length,
  total_chunks: 1,
  md5: md5(data),
  ...more,
})
const begin = async (raw: Raw, body: object) =>
  ((await raw.ask('aibot_upload_media_init', { ...body })).body as { upload_id: string }).upload_id
const chunk = (raw: Raw, upload_id: string, chunk_index: number, data: Buffer) =>
  raw.code('aibot_upload_media_chunk', { upload_id, chunk_index, base64_data: data.toString('base64') })
const finish = (raw: Raw, upload_id: string) => raw.ask('aibot_upload_media_finish', { upload_id })

describe('an upload', () => {
  it.each([10, 512 * KB, 512 * KB + 1, 3 * 1024 * KB])('of %i bytes through the SDK can be sent', async (bytes) => {
    const simulator = await town()
    const client = await sdk(simulator)
    const { media_id, type } = await client.uploadMedia(noise(bytes), { type: 'file', filename: '清单.pdf' })
    expect(type).toBe('file')
    await client.sendMediaMessage(GROUP, 'file', media_id)
    const [bubble] = simulator.chat(GROUP)
    expect(bubble).toMatchObject({ kind: 'file', content: '清单.pdf', files: [{ mime: 'application/pdf' }] })
    const shown = await fetch(simulator.url + bubble!.files[0]!.url)
    expect(Buffer.from(await shown.arrayBuffer()).equals(noise(bytes))).toBe(true)
  })

  it('of another type, or of nobody, cannot be sent; nor after three days', async () => {
    const simulator = await town()
    const client = await sdk(simulator)
    const { media_id } = await client.uploadMedia(noise(10), { type: 'file', filename: 'a.bin' })
    expect(await rejection(client.sendMediaMessage(GROUP, 'image', media_id))).toBe(40007)
    expect(await rejection(client.sendMediaMessage(GROUP, 'file', 'unknown'))).toBe(40007)
    await simulator.advance(3 * 24 * 60 * MINUTE)
    expect(await rejection(client.sendMediaMessage(GROUP, 'file', media_id))).toBe(0)
    await simulator.advance(1)
    expect(await rejection(client.sendMediaMessage(GROUP, 'file', media_id))).toBe(40007)
  })

  it.each([
    ['from 1', [1, 2]],
    ['from 0', [0, 1]],
    ['backwards', [2, 1]],
    ['twice', [1, 1, 2, 2]],
  ])('in chunks counted %s is whole', async (_, order) => {
    const raw = await bot(await town())
    const data = noise(1000)
    const id = await begin(raw, init(data, { total_chunks: 2 }))
    const first = Math.min(...order)
    for (const index of order) {
      const at = (index - first) * 500
      expect(await chunk(raw, id, index, data.subarray(at, at + 500))).toBe(0)
    }
    expect(await finish(raw, id)).toMatchObject({
      errcode: 0,
      body: { type: 'file', media_id: expect.any(String), created_at: expect.stringMatching(/^\d{10}$/) },
    })
    expect((await finish(raw, id)).errcode).toBe(40058)
  })

  it.each([
    ['an unknown type', { type: 'gif' }, 40058],
    ['no name', { filename: '' }, 40058],
    ['4 bytes', { total_size: 4 }, 40006],
    ['half a byte', { total_size: 10.5 }, 40058],
    ['no chunks', { total_chunks: 0 }, 40058],
    ['101 chunks', { total_chunks: 101 }, 40058],
    ['too few chunks', { total_size: 512 * KB + 1 }, 40058],
    ['a picture over 10 MB', { type: 'image', total_size: 10 * KB * KB + 1, total_chunks: 21 }, 45001],
    ['a picture of 10 MB', { type: 'image', total_size: 10 * KB * KB, total_chunks: 20 }, 0],
    ['a film over 10 MB', { type: 'video', total_size: 10 * KB * KB + 1, total_chunks: 21 }, 45001],
    ['voice over 2 MB', { type: 'voice', total_size: 2 * KB * KB + 1, total_chunks: 5 }, 45001],
    ['a file over 20 MB', { total_size: 20 * KB * KB + 1, total_chunks: 41 }, 45001],
    ['a file of 20 MB', { total_size: 20 * KB * KB, total_chunks: 40 }, 0],
  ])('announced with %s', async (_, more, code) => {
    const raw = await bot(await town())
    expect(await raw.code('aibot_upload_media_init', init(noise(100), more))).toBe(code)
  })

  it('refuses chunks that are too big, out of range, no base64 or of no upload', async () => {
    const raw = await bot(await town())
    const id = await begin(raw, init(noise(100)))
    expect(await chunk(raw, id, 1, noise(512 * KB + 1))).toBe(45001)
    expect(await chunk(raw, id, 2, noise(10))).toBe(40058)
    expect(await chunk(raw, id, -1, noise(10))).toBe(40058)
    expect(await chunk(raw, 'unknown', 1, noise(10))).toBe(40058)
    const bad = { upload_id: id, chunk_index: 1, base64_data: 'not base64!' }
    expect(await raw.code('aibot_upload_media_chunk', bad)).toBe(40058)
  })

  it('checks that all came, how much, and the md5', async () => {
    const raw = await bot(await town())
    const data = noise(100)
    const incomplete = await begin(raw, init(data, { total_chunks: 2 }))
    await chunk(raw, incomplete, 1, data)
    expect((await finish(raw, incomplete)).errcode).toBe(40058)
    const short = await begin(raw, init(data))
    await chunk(raw, short, 0, data.subarray(1))
    expect((await finish(raw, short)).errcode).toBe(40006)
    const wrong = await begin(raw, init(data, { md5: md5(noise(99)) }))
    await chunk(raw, wrong, 0, data)
    expect((await finish(raw, wrong)).errcode).toBe(301019)
    const voice = await begin(raw, init(data, { type: 'voice' }))
    await chunk(raw, voice, 0, data)
    expect((await finish(raw, voice)).errcode).toBe(301017)
  })

  it('outlives its connection and ends after half an hour', async () => {
    const simulator = await town()
    const first = await bot(simulator)
    const data = noise(100)
    const id = await begin(first, init(data))
    const late = await begin(first, init(data))
    await chunk(first, late, 0, data)
    first.socket.close()
    await first.closed
    const second = await bot(simulator)
    expect(await chunk(second, id, 0, data)).toBe(0)
    expect((await finish(second, id)).errcode).toBe(0)
    await simulator.advance(30 * MINUTE + 1)
    expect((await finish(second, late)).errcode).toBe(40058)
  })

  it('may be begun 30 times a minute', async () => {
    const raw = await bot(await town())
    for (let i = 0; i < 30; i += 1) expect(await raw.code('aibot_upload_media_init', init(noise(10)))).toBe(0)
    expect(await raw.code('aibot_upload_media_init', init(noise(10)))).toBe(45009)
  })

  it('of voice that is AMR can answer a message', async () => {
    const simulator = await town()
    const raw = await bot(simulator)
    const data = Buffer.concat([Buffer.from('#!AMR\n'), noise(50)])
    const id = await begin(raw, init(data, { type: 'voice', filename: 'a.amr' }))
    await chunk(raw, id, 0, data)
    const { media_id } = (await finish(raw, id)).body as { media_id: string }
    const reqId = await reqIdOf(raw, await simulator.say(VILLAGER, '你好'))
    expect(await raw.code('aibot_respond_msg', { msgtype: 'voice', voice: { media_id } }, reqId)).toBe(0)
    expect(simulator.chat(VILLAGER).at(-1)).toMatchObject({ kind: 'voice', via: 'reply' })
  })
})
