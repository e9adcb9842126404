import { zipSync, type Zippable } from 'fflate'
import { EVIDENCE } from '../domain/case/evidence.ts'
import { digest } from './digest.ts'
import { filesOf } from './files.ts'
import type { Input } from './input.ts'
import { MOST_BYTES } from './limits.ts'
import { FORMAT, MANIFEST, type Manifest, type PackedFile } from './manifest.ts'
import { wordingEvidence as words } from './wording-evidence.ts'

/** The files of a case are more than is packed. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
  readonly bytes: number
  constructor(bytes: number) {
    super(`the files of the case are ${bytes} bytes`)
    this.bytes = bytes
  }
}

/**
 * The evidence of a case as a zip that can be checked by itself: what happened as it hangs on the chain, every file, and a
 * page for people. Nothing in it says who reported. Throws TooMuch.
 */
export async function packEvidence(input: Input): Promise<Buffer> {
  const expected = sizeOf(input)
  if (expected > MOST_BYTES) throw new TooMuch(expected)
  const { files, bytes } = await filesOf(input)
  const contents = Buffer.from(words.contents(input, files))
  const manifest = Buffer.from(JSON.stringify(manifestOf(input, files, contents), null, 2))
  const mtime = input.made.at
  const zipped: Zippable = { [MANIFEST]: [manifest, { mtime }], [words.contentsName]: [contents, { mtime }] }
  // pictures and videos are as small as they get
  for (const [name, data] of bytes) zipped[name] = [data, { mtime, level: 0 }]
  return Buffer.from(zipSync(zipped).buffer)
}

function sizeOf({ events }: Input): number {
  const sizes = new Map(
    events.filter(({ type }) => type === EVIDENCE).map(({ data }) => [data['sha256'], Number(data['bytes'])]),
  )
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
}

function manifestOf(input: Input, files: readonly PackedFile[], contents: Buffer): Manifest {
  const { facts, made, head, events, openedAt } = input
  const { caseNo, town, stage, level, item, place, text, lead, assist, holder, result } = facts
  return {
    format: FORMAT,
    made: { ...made, at: made.at.toISOString() },
    case: {
      caseNo,
      town,
      openedAt: openedAt.toISOString(),
      stage,
      level,
      item,
      place,
      text,
      lead,
      assist: [...assist],
      holder,
      result,
    },
    chain: {
      head,
      events: events.map(({ seq, prevHash, hash, taskId, caseNo: of, type, by, at, data }) => ({
        seq,
        prevHash,
        hash,
        taskId,
        caseNo: of,
        type,
        by,
        at: at.toISOString(),
        data,
      })),
    },
    files: [...files],
    contents: { name: words.contentsName, sha256: digest(contents), bytes: contents.length },
  }
}
