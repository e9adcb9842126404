import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse, asked: number) => void

/** A place files are fetched from: each path answers as it was told to. */
export class FileServer {
  readonly asked: Record<string, number> = {}
  readonly #answers = new Map<string, Answer>()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const path = request.url ?? ''
      this.asked[path] = (this.asked[path] ?? 0) + 1
      this.#answers.get(path)?.(request, response, this.asked[path])
    })
  }

  static async start(): Promise<FileServer> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FileServer(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Serves at a path; returns its address. */
  at(path: string, answer: Answer): string {
    this.#answers.set(path, answer)
    return `http://127.0.0.1:${this.port}${path}`
  }

  file(path: string, data: Buffer, headers: Record<string, string> = {}): string {
    return this.at(path, (_request, response) => void response.writeHead(200, headers).end(data))
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
