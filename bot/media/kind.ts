import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { MediaFault } from './fault.ts'

/** What people send as evidence. Anything a browser or a desktop would run is not among it. */
const ALLOWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/bmp',
  'image/x-ms-bmp',
  'audio/amr',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/mp4',
  'audio/wav',
  'audio/aac',
  'video/mp4',
  'video/quicktime',
  'video/x-m4v',
  'video/3gpp',
  'application/pdf',
  'application/zip',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
])
const SAMPLE = 64 * 1024
/** Text that some program would run or render. */
const ACTIVE = /^\s*(?:<|#!|%!PS|@echo\b)|<\s*(?:script|html|svg|iframe|!doctype)\b/i

/** The type of a stored file by its content; throws MediaFault for one that is not taken. Names and headers are not believed. */
export async function kindOf(path: string): Promise<string> {
  const found = await fileTypeFromFile(path)
  if (found && ALLOWED.has(found.mime)) return found.mime
  if (!found && isPlainText(await sample(path))) return 'text/plain'
  throw new MediaFault('type-refused', `a file of type ${found?.mime ?? 'unknown'}`)
}

async function sample(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isPlainText(data: Buffer): boolean {
  const text = decoded(data, 'utf-8') ?? decoded(data, 'gb18030')
  return text !== null && !/(?![\n\r\t\f])\p{Cc}/u.test(text) && !ACTIVE.test(text)
}

/** Null when the bytes are not of this encoding; a character cut off at the end of the sample is no fault. */
function decoded(data: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data, { stream: true })
  } catch {
    return null
  }
}
