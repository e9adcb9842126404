import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { diskSigns } from '../../domain/alarm/signs.ts'
import { sizeText } from '../../domain/alarm/wording-alarm.ts'
import type { Env } from '../env.ts'
import { wordingDoctor as words } from '../wording-doctor.ts'
import { bad, type Check, codeOf, fine, warning } from './check.ts'
import { checksOf } from './signs.ts'

const LEAST_NODE = [20, 19] as const

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  return enough
    ? fine(words.names.node, words.node(version))
    : bad(words.names.node, words.node(version), words.nodeMend(LEAST_NODE.join('.')))
}

/** The folder itself, or the nearest one above it that exists: doctor creates nothing. */
async function existing(path: string): Promise<string> {
  const full = resolve(path)
  const found = await stat(full).then(
    () => true,
    () => false,
  )
  return found || dirname(full) === full ? full : existing(dirname(full))
}

export async function checkDataDir({ dataDir }: Env): Promise<Check> {
  try {
    const folder = await existing(dataDir)
    if (!(await stat(folder)).isDirectory())
      return bad(words.names.data, words.dataReadOnly(dataDir, 'ENOTDIR'), words.dataMend)
    await access(folder, constants.W_OK | constants.X_OK)
    return fine(words.names.data, words.dataFine(dataDir))
  } catch (error) {
    return bad(words.names.data, words.dataReadOnly(dataDir, codeOf(error)), words.dataMend)
  }
}

export async function checkDisk({ dataDir }: Env): Promise<Check[]> {
  const { bavail, blocks, bsize } = await statfs(await existing(dataDir))
  const disk = { free: bavail * bsize, size: blocks * bsize }
  return checksOf('disk', diskSigns(disk), words.disk(sizeText(disk.free)))
}

/** NFS, SMB/CIFS, SMB2, FUSE and 9p (shared folders of virtual machines): SQLite's locks are not to be trusted there. */
const REMOTE = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997])

export async function checkDatabase({ databaseUrl }: Env): Promise<Check> {
  if (!databaseUrl.startsWith('file:')) return fine(words.names.database, words.postgres)
  const file = databaseUrl.slice('file:'.length).replace(/\?.*$/u, '')
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return bad(words.names.database, words.databaseFolder(file), words.databaseMend)
  const { type } = await statfs(await existing(dirname(file)))
  return REMOTE.has(type >>> 0)
    ? warning(words.names.database, words.databaseRemote(file), words.databaseMend)
    : fine(words.names.database, words.databaseFine(file))
}

const listen = (host: string, port: number): Promise<string | null> =>
  new Promise((settle) => {
    const server = createServer()
    server.once('error', (error) => settle(codeOf(error)))
    server.listen({ host, port }, () => server.close(() => settle(null)))
  })

export async function checkPort({ host, port }: Env): Promise<Check> {
  const code = await listen(host, port)
  const address = `${host}:${port}`
  if (code === null) return fine(words.names.port, words.portFine(address))
  if (code === 'EADDRINUSE') return warning(words.names.port, words.portTaken(address), words.portTakenMend)
  return bad(words.names.port, words.portRefused(address, code), words.portRefusedMend)
}
