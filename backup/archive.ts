import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as tar from 'tar'
import { BackupFault } from '../domain/backup/fault.ts'
import type { Key } from './key.ts'
import { MANIFEST, Manifest } from './manifest.ts'
import { sealed, unsealed } from './seal.ts'
import { sha256Of, writeWhole } from './write.ts'

/** The manifest, and what SQLite lays beside a file that was looked at. */
const NO_PART = /^(manifest\.json|database\.sqlite-(wal|shm))$/u

/** Everything in a folder but its manifest, with what each weighs and its hash. */
export async function partsOf(folder: string): Promise<Manifest['parts']> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const paths = files.map((file) => relative(folder, file).replaceAll('\\', '/')).filter((path) => !NO_PART.test(path))
  return Promise.all(paths.sort().map(async (path) => ({ path, ...(await weighed(join(folder, path))) })))
}

const weighed = async (file: string) => ({ bytes: (await stat(file)).size, sha256: await sha256Of(file) })

/** One file of a folder, the manifest first: a compressed tar, sealed; plain where there is no key. */
export async function pack(folder: string, manifest: Manifest, key: Key | null, to: string): Promise<void> {
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest)}\n`, { mode: 0o600 })
  const names = [MANIFEST, ...manifest.parts.map(({ path }) => path)]
  const packed = tar.create({ cwd: folder, gzip: { level: 1 }, portable: true, strict: true }, names)
  await writeWhole(to, () => sealed(key, Readable.from(packed)))
}

/** The manifest alone: the rest is not even read. */
export async function readManifest(archive: string, key: Key | null): Promise<Manifest> {
  const source = await unsealed(key, archive)
  let text = ''
  const parser = new tar.Parser({
    strict: true,
    filter: (path) => path === MANIFEST,
    onReadEntry: (entry) => void entry.on('data', (chunk: Buffer) => (text += chunk.toString('latin1'))),
  })
  try {
    parser.on('error', (error: Error) => source.destroy(error))
    for await (const chunk of source) {
      parser.write(chunk as Buffer)
      if (text.endsWith('\n')) break
    }
    return Manifest.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(error, archive)
  } finally {
    source.destroy()
  }
}

/** Everything into an empty folder, and compared with the manifest. Throws where a single byte is another. */
export async function unpack(archive: string, key: Key | null, folder: string): Promise<Manifest> {
  try {
    const source = await unsealed(key, archive)
    await pipeline(source, tar.extract({ cwd: folder, strict: true, preservePaths: false, noChmod: true }))
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
    const found = await partsOf(folder)
    if (JSON.stringify(found) !== JSON.stringify(manifest.parts)) throw new BackupFault('damaged', archive)
    return manifest
  } catch (error) {
    throw damaged(error, archive)
  }
}

/** A full disk is not the archive's fault; all else is. */
function damaged(error: unknown, archive: string): unknown {
  if (error instanceof BackupFault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(ENOSPC|EDQUOT|EFBIG|EACCES|EROFS|EPERM)$/u.test(code) ? error : new BackupFault('damaged', archive, error)
}
