import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { disposition } from '../media/mime.ts'
import type { Platform } from '../platform.ts'

const BINARY = { 'content-type': 'application/octet-stream' } as const

const LATE_MS = 1500

/** What the bot downloads: ciphertext behind a link of five minutes. Faults of the moment apply. */
export function serveMedia({ links, clock, faults }: Platform, token: string, response: ServerResponse): void {
  const file = links.open(token, clock.now())
  if (file === 'unknown' || faults.media === 'missing') return void response.writeHead(404).end()
  if (file === 'expired' || faults.media === 'forbidden') return void response.writeHead(403).end()
  const { data, name } = file
  const body = faults.media === 'garbage' ? randomBytes(data.length) : data
  const headers = { ...BINARY, 'content-length': body.length, 'content-disposition': disposition(name) }
  response.writeHead(200, headers)
  if (faults.media === 'slow') return void response.write(body.subarray(0, 1)) // and never the rest
  if (faults.media === 'cut') return void response.write(body.subarray(0, body.length / 2), () => response.destroy())
  // longer than anybody is made to wait for an answer
  if (faults.media === 'late') return void setTimeout(() => response.end(body), LATE_MS)
  response.end(body)
}

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

/** What the page shows: pictures in place, everything else as a download that can run nothing. */
export function serveFile({ shelf }: Platform, id: string, response: ServerResponse): void {
  const file = shelf.get(id)
  if (!file) return void response.writeHead(404).end()
  const isPicture = PICTURES.includes(file.mime)
  response.writeHead(200, {
    'content-type': isPicture ? file.mime : BINARY['content-type'],
    'content-length': file.data.length,
    'content-disposition': disposition(file.name, isPicture ? 'inline' : 'attachment'),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=86400',
  })
  response.end(file.data)
}
