import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { wording } from '../wording.ts'
import { type Notes, refuse } from './notes.ts'

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Line of the first byte that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end === -1 ? bytes.length : end
    if (!decodes(bytes.subarray(start, stop), 'utf-8')) return line
    start = stop + 1
  }
  return line
}

const isUtf16 = (bytes: Buffer): boolean => ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'))

function encodingWords(bytes: Buffer) {
  if (isUtf16(bytes)) return wording.utf16()
  return decodes(bytes, 'gbk') ? wording.gbk() : wording.notUtf8()
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'

async function bytesOf(notes: Notes, file: string, optional: boolean): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT'
    const words = missing ? wording.missingFile(basename(file)) : wording.unreadable(basename(file), codeOf(error))
    if (!(missing && optional)) refuse(notes, { file, line: null, field: basename(file) }, words)
    return null
  }
}

/** The text of a file, without its BOM; null (with a fault, unless it is optional and missing) when it cannot be read as UTF-8. */
export async function readText(notes: Notes, file: string, optional = false): Promise<string | null> {
  const bytes = await bytesOf(notes, file, optional)
  if (bytes === null) return null
  if (!isUtf16(bytes) && decodes(bytes, 'utf-8')) return new TextDecoder('utf-8').decode(bytes)
  refuse(notes, { file, line: firstBadLine(bytes), field: wording.encodingField }, encodingWords(bytes))
  return null
}
