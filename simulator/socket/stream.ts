import { createHash } from 'node:crypto'
import { fields, string } from '../card/loose.ts'
import { list, part, required } from '../card/fields.ts'
import type { Card } from '../chat/bubbles.ts'
import type { Exchange, Stream } from '../chat/callbacks.ts'
import { refuse } from '../codes.ts'
import type { Shown } from '../media/shelf.ts'
import type { Platform } from '../platform.ts'
import type { Body } from './handler.ts'
import { feedbackOf, within } from './outgoing.ts'
import { show } from './show.ts'

const MOST_IMAGES = 10
const IMAGE_BYTES = 10 * 1024 * 1024

type Chunk = Readonly<{
  id: string
  finish: boolean
  content: string
  images: readonly Buffer[]
  feedback: string | null
}>

/** A streamed message: each chunk replaces the whole content, `finish` freezes it. */
export function stream(platform: Platform, exchange: Exchange, body: Body): void {
  const chunk = readChunk(body)
  const begun = exchange.streams.get(chunk.id)
  if (begun) update(platform, begun, chunk)
  else exchange.streams.set(chunk.id, begin(platform, exchange, chunk))
}

function begin(platform: Platform, exchange: Exchange, chunk: Chunk): Stream {
  const { content, finish, feedback } = chunk
  const said = { kind: 'stream', content, finished: finish, files: shownImages(platform, chunk), feedback } as const
  const bubble = show(platform, exchange.chat, said, 'reply')
  return { bubbleId: bubble?.id ?? null, startedAt: platform.clock.now().getTime(), finished: finish }
}

function update(platform: Platform, begun: Stream, chunk: Chunk): void {
  const age = platform.clock.now().getTime() - begun.startedAt
  if (begun.finished) refuse('stream-over', 'finished')
  if (age > platform.settings.streamMinutes * 60_000)
    refuse('stream-over', `after ${platform.settings.streamMinutes} minutes`)
  begun.finished = chunk.finish
  if (begun.bubbleId === null) return
  const files = shownImages(platform, chunk)
  platform.bubbles.change(begun.bubbleId, { content: chunk.content, finished: chunk.finish, files })
}

const shownImages = ({ shelf }: Platform, { images }: Chunk): Shown[] =>
  images.map((data, index) => shelf.shown(shelf.keep(`${index + 1}.${isPng(data) ? 'png' : 'jpg'}`, data)))

function readChunk(body: Body): Chunk {
  const sent = part(body, 'stream') ?? refuse('parameter', 'stream is missing')
  const finish = sent['finish'] ?? false
  const content = sent['content'] ?? ''
  if (typeof finish !== 'boolean') refuse('parameter', 'finish must be a boolean')
  if (typeof content !== 'string') refuse('parameter', 'content must be a string')
  const items = list(sent, 'msg_item', MOST_IMAGES, 'parameter') ?? []
  if (items.length > 0 && !finish) refuse('parameter', 'msg_item only with finish')
  return {
    id: required(sent, 'id', {}, 'parameter'),
    finish,
    content: within(content),
    images: items.map(readImage),
    feedback: feedbackOf(sent),
  }
}

function readImage(item: Card): Buffer {
  if (item['msgtype'] !== 'image') refuse('parameter', 'msg_item holds images only')
  const image = fields(item['image'])
  const data = Buffer.from(required(image, 'base64', {}, 'parameter'), 'base64')
  if (data.length > IMAGE_BYTES) refuse('file-too-big')
  if (!isPng(data) && !isJpg(data)) refuse('parameter', 'JPG or PNG')
  if (createHash('md5').update(data).digest('hex') !== string(image['md5']).toLowerCase()) refuse('md5')
  return data
}

const isPng = (data: Buffer) => data.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
const isJpg = (data: Buffer) => data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
