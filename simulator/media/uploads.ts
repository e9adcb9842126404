import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '../codes.ts'
import { mimeOf } from './mime.ts'
import type { Kept } from './shelf.ts'

export type MediaType = 'file' | 'image' | 'voice' | 'video'
export type UploadPlan = Readonly<{
  type: MediaType
  filename: string
  totalSize: number
  totalChunks: number
  md5: string | null
}>
export type Material = Readonly<{ id: string; type: MediaType; file: Kept; createdAt: Date }>

const MB = 1024 * 1024
const SESSION = 30 * 60_000
const THREE_DAYS = 3 * 24 * 60 * 60_000
export const CHUNK_BYTES = 512 * 1024
export const MOST_CHUNKS = 100
const SMALLEST = 5
const BIGGEST: Readonly<Record<MediaType, number>> = { image: 10 * MB, video: 10 * MB, voice: 2 * MB, file: 20 * MB }

type Session = Readonly<{ plan: UploadPlan; startedAt: number; chunks: Map<number, Buffer> }>

export type Uploads = Readonly<{
  begin(plan: UploadPlan, now: Date): string
  chunk(uploadId: string, index: number, data: Buffer, now: Date): void
  finish(uploadId: string, now: Date): Material
  /** an uploaded file that is still valid and of this type; refuses (40007) otherwise */
  material(mediaId: string, type: MediaType, now: Date): Material
  clear(): void
}>

/** Files of the bot that come in pieces. A session outlives its connection. */
export function makeUploads(): Uploads {
  const sessions = new Map<string, Session>()
  const materials = new Map<string, Material>()

  function session(uploadId: string, now: Date): Session {
    const found = sessions.get(uploadId)
    if (!found || now.getTime() - found.startedAt > SESSION) refuse('parameter', 'upload_id is unknown or expired')
    return found
  }

  return {
    begin(plan, now) {
      checkPlan(plan)
      forgetOld(sessions, (s) => now.getTime() - s.startedAt > SESSION)
      forgetOld(materials, (m) => now.getTime() - m.createdAt.getTime() > THREE_DAYS)
      const id = randomBytes(16).toString('hex')
      sessions.set(id, { plan, startedAt: now.getTime(), chunks: new Map() })
      return id
    },
    chunk(uploadId, index, data, now) {
      const { plan, chunks } = session(uploadId, now)
      if (index < 0 || index > plan.totalChunks) refuse('parameter', 'chunk_index')
      if (data.length > CHUNK_BYTES) refuse('file-too-big', 'a chunk holds at most 512 KB')
      if (!chunks.has(index)) chunks.set(index, data)
    },
    finish(uploadId, now) {
      const { plan, chunks } = session(uploadId, now)
      const data = assemble(plan, chunks)
      checkContent(plan, data)
      sessions.delete(uploadId)
      const id = randomBytes(24).toString('base64url')
      const file = { id, name: plan.filename, mime: mimeOf(plan.filename), data }
      const material = { id, type: plan.type, file, createdAt: now }
      materials.set(id, material)
      return material
    },
    material(mediaId, type, now) {
      const found = materials.get(mediaId)
      if (!found || found.type !== type) refuse('media-id')
      if (now.getTime() - found.createdAt.getTime() > THREE_DAYS) refuse('media-id', 'expired')
      return found
    },
    clear() {
      sessions.clear()
      materials.clear()
    },
  }
}

function forgetOld<T>(map: Map<string, T>, isOld: (entry: T) => boolean): void {
  for (const [id, entry] of map) if (isOld(entry)) map.delete(id)
}

function checkPlan({ type, totalSize, totalChunks }: UploadPlan): void {
  if (totalSize < SMALLEST) refuse('file-size')
  if (totalSize > BIGGEST[type]) refuse('file-too-big')
  if (totalChunks < 1 || totalChunks > MOST_CHUNKS) refuse('parameter', 'total_chunks')
  if (totalChunks * CHUNK_BYTES < totalSize) refuse('parameter', 'total_chunks is too small for total_size')
}

/** The documents count chunks from 1, the official SDK from 0: either, but not both in one upload. */
function assemble({ totalChunks }: UploadPlan, chunks: ReadonlyMap<number, Buffer>): Buffer {
  const first = chunks.has(0) ? 0 : 1
  const indices = Array.from({ length: totalChunks }, (_, index) => index + first)
  if (chunks.size !== totalChunks || !indices.every((index) => chunks.has(index))) refuse('parameter', 'incomplete')
  return Buffer.concat(indices.map((index) => chunks.get(index) ?? Buffer.alloc(0)))
}

function checkContent({ type, totalSize, md5 }: UploadPlan, data: Buffer): void {
  if (data.length !== totalSize) refuse('file-size', 'not total_size')
  if (md5 !== null && createHash('md5').update(data).digest('hex') !== md5.toLowerCase()) refuse('md5')
  if (type === 'voice' && !data.subarray(0, 6).equals(Buffer.from('#!AMR\n'))) refuse('voice-format')
}
