import { EVIDENCE, REPORTER } from '../domain/case/evidence.ts'
import { ERASED } from '../domain/decision.ts'
import type { Link } from '../store/chain.ts'
import { digest } from './digest.ts'
import type { Input } from './input.ts'
import type { PackedFile } from './manifest.ts'
import { nameOfFile } from './names.ts'
import { wordingEvidence as words } from './wording-evidence.ts'

type Zipped = Readonly<{ files: readonly PackedFile[]; bytes: ReadonlyMap<string, Buffer> }>

/** The files the log names, one by one; the same picture sent twice lies in the zip once. */
export async function filesOf(input: Input): Promise<Zipped> {
  const files: PackedFile[] = []
  const bytes = new Map<string, Buffer>()
  for (const event of input.events.filter(({ type }) => type === EVIDENCE)) {
    const file = fileOf(event, input)
    const name = nameOfFile(files.length + 1, file.sha256, file.mime)
    const same = files.find(({ sha256, state }) => sha256 === file.sha256 && state === 'here')
    if (file.state === 'erased' || same) {
      files.push(file.state === 'erased' ? file : { ...file, name: same?.name ?? null })
      continue
    }
    const found = await input.read(file.sha256)
    const whole = found !== null && digest(found) === file.sha256
    if (whole) bytes.set(name, found)
    files.push(whole ? { ...file, name } : { ...file, state: 'lost' })
  }
  return { files, bytes }
}

/** What the log says of a file, and whether it is still kept. */
function fileOf({ seq, data }: Link, { files, facts, nameOf }: Input): PackedFile {
  const logged = data as Pick<PackedFile, 'id' | 'sha256' | 'mime' | 'bytes' | 'source' | 'at' | 'by' | 'gps'>
  const { id, sha256, mime, bytes, source, at, by, gps } = logged
  const row = files.find((each) => each.id === id)
  const reported = by === REPORTER
  return {
    name: null,
    state: row?.fault === ERASED ? 'erased' : 'here',
    id,
    sha256,
    bytes,
    mime,
    source,
    at,
    by,
    sender: reported ? words.reporter : (nameOf(by) ?? by),
    // where somebody stood who asked not to be known is left out
    gps: reported ? (facts.shield ? null : (row?.gps ?? null)) : gps,
    event: seq,
  }
}
