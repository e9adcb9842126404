import type { ServerResponse } from 'node:http'
import type { Bus, SimEvent } from '../bus.ts'

const KEEP_ALIVE = 15_000

/** The page's stream of events; a page that comes back asks for the whole state, so nothing is repeated. */
export function makeEvents(bus: Bus) {
  const pages = new Set<ServerResponse>()
  const stop = bus.onAny((event) => {
    const text = textOf(event)
    if (text) pages.forEach((page) => page.write(text))
  })
  const beat = setInterval(() => pages.forEach((page) => page.write(':\n\n')), KEEP_ALIVE).unref()
  return {
    join(response: ServerResponse): void {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write(':\n\n')
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    close(): void {
      stop()
      clearInterval(beat)
      pages.forEach((page) => page.end())
    },
  }
}

function textOf(event: SimEvent): string | null {
  const line = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
  switch (event.type) {
    case 'bubble':
      return line('bubble', event.bubble)
    case 'clock':
      return line('clock', { now: event.now })
    case 'link':
      return line('link', { connected: event.connected })
    case 'reset':
      return line('reset', {})
    case 'frame':
      return null
  }
}
