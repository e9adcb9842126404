import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A Unix socket's path must fit into sun_path: 104 bytes on macOS, 108 on Linux, with its final zero. */
const LONGEST = 100

/** The folder of the private server, and where its socket is: in there, or when that path is too long in a short folder of our own. */
export async function privatePlace(
  dataDir: string,
  name: string,
): Promise<Readonly<{ folder: string; socket: string }>> {
  const wanted = join(resolve(dataDir), name)
  await mkdir(wanted, { recursive: true, mode: 0o700 })
  const folder = await realpath(wanted)
  const socket = join(folder, 'redis.sock')
  if (Buffer.byteLength(socket) <= LONGEST) return { folder, socket }
  return { folder, socket: join(await shortFolder(folder), 'r.sock') }
}

async function shortFolder(folder: string): Promise<string> {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `shaozi-${key}`)
  await mkdir(short, { recursive: true, mode: 0o700 })
  const found = await lstat(short)
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
  if (!ours) throw new Error(`${short} belongs to somebody else or is open to others: remove it`)
  return short
}

/** Does anybody listen there? */
export function listens(socket: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(socket)
    const answer = (open: boolean) => {
      probe.destroy()
      done(open)
    }
    probe.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
