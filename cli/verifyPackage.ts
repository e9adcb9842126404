import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { cliEvidence as words } from '../config/wording-evidence.ts'
import { loadEnv } from '../config/env.ts'
import { checkPackage } from '../evidence/check.ts'
import { compare } from '../evidence/compare.ts'
import type { Fault } from '../evidence/fault.ts'
import { MOST_UNPACKED } from '../evidence/limits.ts'
import type { Manifest } from '../evidence/manifest.ts'
import { wordingEvidence } from '../evidence/wording-evidence.ts'
import { openReadOnly, StoreRefusal } from '../store/open.ts'
import { parseUrl } from '../store/url.ts'

/** Whether the package was compared with a database: there is none, it cannot be read, it does not know the case. */
type Compared = 'same' | 'differs' | 'no-database' | 'unreadable' | 'unknown-case'

/** `shaozi verify <file.zip>`: a package by itself, and beside the database where there is one. 0 = whole, 1 = not, 2 = no such file. */
export async function verifyPackage(file: string, { json }: Readonly<{ json?: boolean }>): Promise<number> {
  const bytes = await read(file)
  if (bytes === null) {
    if (json) process.stdout.write(`${JSON.stringify({ ok: false, faults: [{ code: 'no-file' }] })}\n`)
    process.stderr.write(`${words.noFile(file)}\n`)
    return 2
  }
  const { manifest, faults: own } = bytes === 'too-large' ? TOO_LARGE : checkPackage(bytes)
  const { compared, faults: beside } = manifest ? await besideDatabase(manifest) : NOT_COMPARED
  const faults = [...own, ...beside]
  const ok = faults.length === 0
  // two files of the same bytes are two faults, but one line
  const lines = [...new Set(faults.map(wordingEvidence.fault))]
  const said = ok && manifest ? words.whole(countsOf(manifest), compared) : words.broken(lines)
  const found = { ok, ...(manifest ? countsOf(manifest) : {}), database: compared, faults }
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${said}\n`)
  return ok ? 0 : 1
}

const TOO_LARGE = { manifest: null, faults: [{ code: 'too-large' }] } as const
const NOT_COMPARED = { compared: 'no-database', faults: [] } as const

async function read(file: string): Promise<Buffer | 'too-large' | null> {
  try {
    const { size } = await stat(file)
    return size > MOST_UNPACKED ? 'too-large' : await readFile(file)
  } catch {
    return null
  }
}

const countsOf = ({ case: { caseNo }, made, chain, files }: Manifest) => ({
  caseNo,
  madeAt: made.at,
  madeBy: made.by,
  events: chain.events.length,
  files: files.filter(({ state }) => state === 'here').length,
  erased: files.filter(({ state }) => state === 'erased').length,
})

async function besideDatabase(manifest: Manifest): Promise<Readonly<{ compared: Compared; faults: readonly Fault[] }>> {
  const url = databaseHere()
  if (url === null) return NOT_COMPARED
  try {
    const store = await openReadOnly(url)
    const kept = await keptOf(store, manifest).finally(() => store.close())
    if (!kept) return { compared: 'unknown-case', faults: [] }
    const faults = compare(manifest, kept)
    return { compared: faults.length === 0 ? 'same' : 'differs', faults }
  } catch (error) {
    if (error instanceof StoreRefusal) return { compared: 'unreadable', faults: [] }
    throw error
  }
}

/** A package is checked anywhere: no setting need be right for it. */
function databaseHere(): string | null {
  const read = loadEnv(process.cwd(), process.env)
  if (!read.ok) return null
  const place = parseUrl(read.env.databaseUrl)
  return place.provider === 'postgresql' || existsSync(place.path) ? read.env.databaseUrl : null
}

async function keptOf(
  store: Awaited<ReturnType<typeof openReadOnly>>,
  { case: { caseNo }, chain: { head } }: Manifest,
) {
  const task = await store.taskByCaseNo(caseNo)
  if (!task) return null
  const events = await store.links(task.id, head.seq)
  const attachments = await store.attachments(task.id)
  const files = new Set(attachments.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [id])))
  return { events, head: await store.linkAt(head.seq), files }
}
