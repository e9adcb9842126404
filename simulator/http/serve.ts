import type { IncomingMessage, ServerResponse } from 'node:http'
import { Impossible } from '../chat/impossible.ts'
import type { Platform } from '../platform.ts'
import type { Simulator } from '../port.ts'
import { words } from '../wording.ts'
import { act, isRoute } from './api.ts'
import { readJson } from './body.ts'
import type { makeEvents } from './events.ts'
import { serveFile, serveMedia } from './media.ts'
import type { makePage } from './page.ts'

/** Nine pictures of 10 MB in base64; everything else that is posted is small. */
const SAY_BYTES = 130 * 1024 * 1024
const POST_BYTES = 64 * 1024

export type Parts = Readonly<{
  platform: Platform
  simulator: Simulator
  events: ReturnType<typeof makeEvents>
  page: ReturnType<typeof makePage>
}>

/** One request below `prefix` ('' or '/demo'): the API, the files of the chats, the bot's downloads, the page. */
export function serve(parts: Parts, request: IncomingMessage, response: ServerResponse, prefix: string): void {
  const path = (request.url ?? '/').slice(prefix.length).split('?', 1)[0] ?? ''
  const [, folder = '', name = ''] = path.split('/')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (path === '') return void response.writeHead(301, { location: `${prefix}/` }).end()
  if (folder === 'api') return void answer(parts, name, request, response)
  if (!isRead) return json(response, 405, { error: words.noRoute })
  if (folder === 'media') return serveMedia(parts.platform, name, response)
  if (folder === 'files') return serveFile(parts.platform, name, response)
  request.url = path
  parts.page(request, response)
}

async function answer(parts: Parts, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'GET' && name === 'events') return parts.events.join(response)
    if (request.method === 'GET' && name === 'state') return json(response, 200, parts.simulator.state())
    if (request.method !== 'POST' || !isRoute(name)) return json(response, 404, { error: words.noRoute })
    if (parts.simulator.startingOver) throw new Impossible(words.starting, 503)
    const body = await readJson(request, name === 'say' ? SAY_BYTES : POST_BYTES)
    json(response, 200, await act(parts.simulator, name, body))
  } catch (error) {
    const known = error instanceof Impossible
    json(response, known ? error.status : 500, { error: known ? error.message : words.broken })
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(JSON.stringify(body))
}
