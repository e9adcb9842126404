import { strFromU8, unzipSync } from 'fflate'
import { posix } from 'node:path'
import { attribute, childrenNamed, parse, type XmlNode } from './node.ts'

/** A part of the file with what it points to by name: pictures, headers. */
export type Part = Readonly<{ root: XmlNode; target: (id: string) => string | null }>
export type Parts = Readonly<{
  paths: readonly string[]
  part: (path: string) => Part | null
  bytes: (path: string) => Uint8Array | null
}>

export const MAIN = 'word/document.xml'

export function partsOf(docx: Uint8Array): Parts {
  const files = unzipSync(docx)
  const bytes = (path: string) => files[path] ?? null
  const root = (path: string) => {
    const found = bytes(path)
    return found === null ? null : parse(strFromU8(found))
  }
  return {
    paths: Object.keys(files),
    bytes,
    part: (path) => {
      const found = root(path)
      return found === null ? null : { root: found, target: targets(path, root) }
    },
  }
}

function targets(path: string, root: (path: string) => XmlNode | null): Part['target'] {
  const { dir, base } = posix.parse(path)
  const relations = childrenNamed(root(`${dir}/_rels/${base}.rels`), 'Relationship')
  return (id) => {
    const found = relations.find((each) => attribute(each, 'Id') === id) ?? null
    const target = attribute(found, 'Target')
    if (target === null || attribute(found, 'TargetMode') === 'External') return null
    return target.startsWith('/') ? target.slice(1) : posix.join(dir, target)
  }
}
