import { required, text } from '../card/fields.ts'
import { refuse } from '../codes.ts'
import type { MediaType } from '../media/uploads.ts'
import type { Body, Handler } from './handler.ts'

const TYPES: readonly string[] = ['file', 'image', 'voice', 'video']
const isType = (type: string): type is MediaType => TYPES.includes(type)
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

function whole(body: Body, name: string): number {
  const value = body[name]
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : refuse('parameter', `${name} must be an integer`)
}

export const uploadInit: Handler = ({ uploads, quota, clock, settings }, { body }) => {
  const type = required(body, 'type', {}, 'parameter')
  const plan = {
    type: isType(type) ? type : refuse('parameter', 'type'),
    filename: required(body, 'filename', {}, 'parameter'),
    totalSize: whole(body, 'total_size'),
    totalChunks: whole(body, 'total_chunks'),
    md5: text(body, 'md5') || null,
  }
  const now = clock.now()
  const id = uploads.begin(plan, now)
  if (!quota.take(`upload to ${settings.bot.id}`, now)) refuse('too-often', '30 uploads a minute, 1000 an hour')
  return { upload_id: id }
}

export const uploadChunk: Handler = ({ uploads, clock }, { body }) => {
  const data = text(body, 'base64_data')
  if (!BASE64.test(data)) refuse('parameter', 'base64_data')
  const index = whole(body, 'chunk_index')
  uploads.chunk(required(body, 'upload_id', {}, 'parameter'), index, Buffer.from(data, 'base64'), clock.now())
  return undefined
}

export const uploadFinish: Handler = ({ uploads, clock }, { body }) => {
  const { id, type, createdAt } = uploads.finish(required(body, 'upload_id', {}, 'parameter'), clock.now())
  return { type, media_id: id, created_at: String(Math.floor(createdAt.getTime() / 1000)) }
}
