import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { words } from '../wording.ts'

const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type Page = (request: IncomingMessage, response: ServerResponse) => void

/** Beside this folder when run from the sources, in the sources when run from the compiled program. */
const places = ['../client/dist', '../../../simulator/client/dist'].map((place) => join(import.meta.dirname, place))

/** The built phones page, or a sentence that says how to build it. */
export function makePage(clientDir: string | undefined): Page {
  const folder = [...(clientDir === undefined ? places : [clientDir])].find((place) =>
    existsSync(join(place, 'index.html')),
  )
  const serve = folder === undefined ? null : sirv(folder, { dev: true, etag: true })
  return (request, response) => {
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (serve) serve(request, response, () => plain(response, 404, words.noRoute))
    else plain(response, 503, words.noPage)
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
