import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line between two programs that can be made bad, as the internet does. */
export type Proxy = Readonly<{
  port: number
  /** the lines there are stay open, and nothing more comes through them; new ones are good */
  halfOpen(): void
  /** cuts every line with a reset; `afterBytes` = only once so many more have come from the far side */
  reset(afterBytes?: number): void
  /** everything comes in pieces of so many bytes, each so many milliseconds late */
  slow(bytes: number, ms: number): void
  close(): Promise<void>
}>

type Line = { near: Socket; far: Socket; dead: boolean; budget: number }

/** Passes everything on to a port of this machine, until it is told to do worse. */
export async function openProxy(to: number): Promise<Proxy> {
  const lines = new Set<Line>()
  let pieces = { bytes: Infinity, ms: 0 }

  const server = createServer((near) => {
    const line: Line = { near, far: connect(to, '127.0.0.1'), dead: false, budget: Infinity }
    lines.add(line)
    pass(line, near, line.far)
    pass(line, line.far, near)
    for (const end of [near, line.far])
      end
        .on('error', () => undefined)
        .on('close', () => {
          lines.delete(line)
          near.destroy()
          line.far.destroy()
        })
  })

  function pass(line: Line, from: Socket, into: Socket): void {
    from.on('data', (data: Buffer) => {
      if (line.dead) return
      const whole = from === line.far ? data.subarray(0, line.budget) : data
      if (from === line.far) line.budget -= data.length
      inPieces(whole, into)
      if (line.budget < 0) line.near.resetAndDestroy()
    })
  }

  /** In order, each after the one before. */
  function inPieces(data: Buffer, into: Socket): void {
    if (pieces.ms === 0) return void into.write(data)
    const { bytes, ms } = pieces
    for (let at = 0, n = 1; at < data.length; at += bytes, n += 1)
      setTimeout(() => into.write(data.subarray(at, at + bytes)), n * ms)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    halfOpen: () => lines.forEach((line) => (line.dead = true)),
    reset: (afterBytes) =>
      lines.forEach((line) => {
        if (afterBytes === undefined) line.near.resetAndDestroy()
        else line.budget = afterBytes
      }),
    slow: (bytes, ms) => (pieces = { bytes, ms }),
    async close() {
      for (const { near, far } of lines) {
        near.destroy()
        far.destroy()
      }
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
