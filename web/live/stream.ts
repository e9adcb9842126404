import { PassThrough } from 'node:stream'
import type { Hub, Change } from './hub.ts'

/** a comment that keeps what lies between from closing it, in ms */
const ALIVE_MS = 15_000
/** how soon whoever is no longer signed in hears no more, in ms */
const HERE_MS = 3_000
/** bytes a browser may be behind before it is let go of; it comes back by itself and asks for what it missed */
const BEHIND = 1024 * 1024

type Told = Readonly<{ id: number; event: string; data: unknown }>

/** Server-sent events for one browser: `tell` makes of a change what it may see, null = nothing. */
export async function openStream(
  hub: Hub,
  lastId: number | null,
  isHere: () => Promise<boolean>,
  tell: (change: Change) => unknown,
): Promise<PassThrough> {
  const out = new PassThrough()
  const write = ({ id, event, data }: Told): void => {
    if (out.writableLength > BEHIND) out.destroy()
    else if (out.writable) out.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const one = (change: Change): void => {
    const data = tell(change)
    if (data !== null) write({ id: change.seq, event: 'case', data })
  }
  // first listen, then look back: what happens between is told twice rather than not at all
  const stop = hub.listen(one)
  const alive = setInterval(() => out.writable && out.write(': alive\n\n'), ALIVE_MS).unref()
  // whether he is cannot always be asked: the next look tells
  const look = () =>
    void isHere().then(
      (here) => here || out.end(),
      () => undefined,
    )
  const watch = setInterval(look, HERE_MS).unref()
  out.once('close', () => {
    stop()
    clearInterval(alive)
    clearInterval(watch)
  })
  const newest = await hub.newest()
  out.write('retry: 2000\n\n')
  const missed = lastId === null ? [] : await hub.since(lastId)
  if (missed === null) write({ id: newest, event: 'reload', data: {} })
  else for (const change of missed) one(change)
  write({ id: newest, event: 'ready', data: {} })
  return out
}
