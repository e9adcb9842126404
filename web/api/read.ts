import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { API } from '../wording/api.ts'
import { PageRefusal } from './route.ts'

/** bytes */
const MOST = 256 * 1024

/** The JSON of a request; nothing where it has none. Throws PageRefusal. */
export async function readJson(request: IncomingMessage, most = MOST): Promise<unknown> {
  const text = await readText(request, most)
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new PageRefusal(400, API.badBody)
  }
}

async function readText(request: IncomingMessage, most: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new PageRefusal(413, API.tooLong)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) throw new PageRefusal(413, API.tooLong)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** What a schema makes of it; the first field that is wrong is named. Throws PageRefusal. */
export function checked(schema: z.ZodType, given: unknown): unknown {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const field = read.error.issues[0]?.path.join('.') ?? ''
  throw new PageRefusal(400, field === '' ? API.badBody : API.badField(field))
}
