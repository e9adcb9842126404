import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeMedia, type BotMedia } from '../../bot/media.ts'
import { pictureKind } from '../../web/cases/picture.ts'
import { FileServer } from '../bot/files.ts'

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const MB = 1024 * 1024

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A whole PNG of one colour: a few kilobytes that unpack to as many pixels as asked. */
function pngBomb(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)))
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A GIF of so many frames, each a pixel. */
function gifOf(frames: number): Buffer {
  const head = Buffer.from('474946383961010001008000000000 00ffffff'.replaceAll(' ', ''), 'hex')
  const frame = Buffer.from('2c000000000100010000020144003b'.slice(0, -2), 'hex')
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from('3b', 'hex')])
}

const small = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a7f3c' } })
const statusOf = (pid: string): string => readFileSync(`/proc/${pid}/status`, 'utf8')
const heldBy = (pid: string): number => Number(/VmHWM:\s+(\d+)/.exec(statusOf(pid))?.[1] ?? 0) * 1024
const heldNow = (): number => heldBy('self')

/** The most memory a child of ours ever held, in bytes. */
function heldBeside(): number {
  const ours = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(statusOf(pid))
      } catch {
        return false
      }
    })
  return Math.max(...ours.map(heldBy))
}

describe('a picture that is meant to do harm', () => {
  let server: FileServer
  let dataDir: string
  let media: BotMedia

  beforeEach(async () => {
    server = await FileServer.start()
    dataDir = await mkdtemp(join(tmpdir(), 'shaozi-images-'))
    media = makeMedia({ dataDir, log: silent, wsUrl: 'ws://127.0.0.1:1', pauses: [0], timeout: 5000 })
  })
  afterEach(async () => {
    await media.close()
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const fetched = (bytes: Buffer) =>
    media.fetch({ kind: 'image', url: server.file('/p', bytes), aesKey: null }, { strip: true })

  it('by its size when unpacked is kept, not unpacked; the next picture is looked at as ever', async () => {
    // a little more than is unpacked: a much larger one would be given up for the time it takes
    const bomb = pngBomb(8_000)
    expect(bomb.length).toBeLessThan(MB)
    const before = heldNow()
    expect(await fetched(bomb)).toMatchObject({
      ok: true,
      file: { mime: 'image/png', bytes: bomb.length, thumb: null },
    })
    expect(heldNow() - before, 'this process holds none of it').toBeLessThan(100 * MB)
    const next = await fetched(await small().png().toBuffer())
    expect(next).toMatchObject({ ok: true, file: { thumb: expect.any(String) } })
  })

  it('by its size and how it was held is turned when it is small; its copy says how it was held, and no more', async () => {
    const large = await sharp({ create: { width: 8000, height: 7500, channels: 3, background: '#4a7f3c' } })
      .withExif({ IFD0: { Model: 'PHONE-7', Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const kept = await fetched(large)
    if (!kept.ok) throw new Error(kept.fault)
    const [copy, shown] = [await media.read(kept.file.sha256), await media.read(kept.file.thumb ?? '')]
    const [about, aboutShown] = [await sharp(copy ?? '').metadata(), await sharp(shown ?? '').metadata()]
    expect([about.width, about.height, about.orientation]).toEqual([8000, 7500, 6])
    expect(copy?.includes('PHONE-7')).toBe(false)
    expect([aboutShown.width, aboutShown.height]).toEqual([300, 320])
    expect(heldBeside(), 'what the process beside ever held').toBeLessThan(300 * MB)
  })

  it('by ten thousand frames is shown by its first', async () => {
    const gif = gifOf(10_000)
    expect(await fetched(gif)).toMatchObject({
      ok: true,
      file: { mime: 'image/gif', bytes: gif.length, thumb: expect.any(String) },
    })
  })

  it('by five megabytes of what a camera writes tells no place, and loses it', async () => {
    const app1 = (size: number) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(size + 2)
      return Buffer.concat([Buffer.from('ffe1', 'hex'), length, Buffer.from('Exif\0\0'), Buffer.alloc(size - 6, 'a')])
    }
    const plain = await small().jpeg().toBuffer()
    const full = Buffer.concat([
      plain.subarray(0, 2),
      ...Array.from({ length: 85 }, () => app1(65_000)),
      plain.subarray(2),
    ])
    expect(full.length).toBeGreaterThan(5 * MB)
    const kept = await fetched(full)
    expect(kept).toMatchObject({ ok: true, file: { mime: 'image/jpeg', gps: null } })
    expect(kept.ok && kept.file.bytes).toBeLessThan(10_000)
  })

  it('and is a page as well loses what is no picture', async () => {
    const both = Buffer.concat([await small().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const kept = await fetched(both)
    const bytes = kept.ok ? await media.read(kept.file.sha256) : null
    expect(bytes?.includes('<script>')).toBe(false)
  })

  it.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['the same after a comment', `<!-- ${'x'.repeat(300)} --><svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`],
    ['the same as XML', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('%s is not kept, and would never be shown', async (_what, text) => {
    expect(await fetched(Buffer.from(text))).toEqual({ ok: false, fault: 'type-refused' })
    expect(pictureKind(Buffer.from(text))).toBeNull()
  })

  it('cut off in the middle is kept as it came, and no thumbnail is made up', async () => {
    const whole = await small().jpeg().toBuffer()
    const half = whole.subarray(0, whole.length / 2)
    expect(await fetched(half)).toMatchObject({ ok: true, file: { thumb: null } })
  })
})
