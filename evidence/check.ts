import { checkEvents } from './checkEvents.ts'
import { digest } from './digest.ts'
import { aboutFile, type Fault } from './fault.ts'
import { MANIFEST, manifest as shape, type Manifest, type PackedFile } from './manifest.ts'
import { openPackage, type Opened } from './open.ts'

/** `manifest` is null where nothing could be read. */
export type Checked = Readonly<{ manifest: Manifest | null; faults: readonly Fault[] }>

/** Checks a package by itself: that it is whole, that every file is the one the log names, and that every event gives its hash. */
export function checkPackage(bytes: Uint8Array): Checked {
  const { entries, faults } = openPackage(bytes)
  if (faults.length > 0) return { manifest: null, faults }
  const said = entries.get(MANIFEST)
  if (!said) return { manifest: null, faults: [{ code: 'no-manifest' }] }
  const manifest = manifestIn(said)
  if (!manifest) return { manifest: null, faults: [{ code: 'bad-manifest' }] }
  return { manifest, faults: [...checkFiles(manifest, entries), ...checkEvents(manifest)] }
}

function manifestIn(bytes: Uint8Array): Manifest | null {
  try {
    return shape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return null
  }
}

type Entries = Opened['entries']

function checkFiles({ files, contents }: Manifest, entries: Entries): Fault[] {
  const known = new Set([MANIFEST, contents.name, ...files.flatMap(({ name }) => name ?? [])])
  const extra = [...entries.keys()].filter((name) => !known.has(name))
  return [
    ...extra.map((name) => aboutFile('extra', name)),
    ...checkBytes(contents, entries),
    ...files.flatMap((file) => checkFile(file, entries)),
  ]
}

/** A file that went by the rules is not here, nor one that could not be found; no other is missing. */
function checkFile({ name, state, ...file }: PackedFile, entries: Entries): Fault[] {
  if (state === 'lost') return [aboutFile('lost', file.sha256)]
  if (state === 'erased') return name === null ? [] : [{ code: 'bad-manifest' }]
  return name === null ? [{ code: 'bad-manifest' }] : checkBytes({ ...file, name }, entries)
}

function checkBytes({ name, sha256, bytes }: Manifest['contents'], entries: Entries): Fault[] {
  const found = entries.get(name)
  if (!found) return [aboutFile('missing', name)]
  if (digest(found) !== sha256) return [aboutFile('changed', name)]
  return found.length === bytes ? [] : [aboutFile('size', name)]
}
