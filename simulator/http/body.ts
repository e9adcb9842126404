import type { IncomingMessage } from 'node:http'
import { words } from '../wording.ts'
import { Impossible } from '../chat/impossible.ts'

/** The JSON of a request from our own page; throws what the page is to be told. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Impossible(words.notJson, 415)
  if (isForeign(request)) throw new Impossible(words.foreign, 403)
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new Impossible(words.tooLong, 413)
  const text = await readText(request, mostBytes)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Impossible(words.badJson)
  }
}

/** Another web site in the same browser must not play on our phones. */
function isForeign({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}

async function readText(request: IncomingMessage, mostBytes: number): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > mostBytes) throw new Impossible(words.tooLong, 413)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
