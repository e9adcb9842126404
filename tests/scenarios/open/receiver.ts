import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Call = Readonly<{ body: string; headers: IncomingHttpHeaders }>

/** Another system that is called, and does what a test wants of it. */
export type Receiver = {
  readonly url: string
  readonly calls: Call[]
  /** what the next calls are answered with; nothing more to say = 200 */
  readonly answers: ((response: ServerResponse) => void)[]
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end()

export async function receiver(): Promise<Receiver> {
  const calls: Call[] = []
  const answers: ((response: ServerResponse) => void)[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => (body += piece))
    request.on('end', () => {
      calls.push({ body, headers: request.headers })
      const answer = answers.shift() ?? status(200)
      answer(response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?from=shaozi`, calls, answers }
}
