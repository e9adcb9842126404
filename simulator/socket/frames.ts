import { z } from 'zod'

/** A frame of the bot, read as far as it can be. */
export type InFrame = Readonly<{ cmd: string; reqId: string; body: Readonly<Record<string, unknown>> }>

export type OutFrame = Readonly<{
  cmd?: string
  headers: Readonly<{ req_id: string }>
  body?: Readonly<Record<string, unknown>>
  errcode?: number
  errmsg?: string
}>

const frame = z.looseObject({
  cmd: z.string(),
  headers: z.looseObject({ req_id: z.string() }),
  body: z.record(z.string(), z.unknown()).optional(),
})

/** One JSON object per text frame; null for anything else. */
export function readFrame(text: string): InFrame | null {
  const read = frame.safeParse(json(text))
  if (!read.success) return null
  return { cmd: read.data.cmd, reqId: read.data.headers.req_id, body: read.data.body ?? {} }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
