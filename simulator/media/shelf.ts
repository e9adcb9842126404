import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mimeOf } from './mime.ts'

export type Kept = Readonly<{ id: string; name: string; mime: string; data: Buffer }>
/** A file as a bubble names it: an address the page may load. */
export type Shown = Readonly<{ name: string; mime: string; url: string }>

export type Shelf = Readonly<{
  keep(name: string, data: Buffer): Kept
  get(id: string): Kept | null
  shown(kept: Kept): Shown
  /** the file behind a bubble's address */
  byUrl(url: string): Kept | null
  clear(): void
}>

const AT = 'files/'
const ID = /^[\w-]{36}$/

/** The pictures and files of the chats: in memory, and in a folder where the chats are kept in a file. */
export function makeShelf(folder: string | null): Shelf {
  const kept = new Map<string, Kept>()
  if (folder) mkdirSync(folder, { recursive: true })

  function restore(id: string): Kept | null {
    if (!folder || !ID.test(id)) return null
    try {
      const { name } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as { name: string }
      return { id, name, mime: mimeOf(name), data: readFileSync(join(folder, id)) }
    } catch {
      return null
    }
  }

  return {
    keep(name, data) {
      const file = { id: randomUUID(), name, mime: mimeOf(name), data }
      kept.set(file.id, file)
      if (folder) writeFileSync(join(folder, file.id), data, { mode: 0o600 })
      if (folder) writeFileSync(join(folder, `${file.id}.json`), JSON.stringify({ name }), { mode: 0o600 })
      return file
    },
    get: (id) => kept.get(id) ?? restore(id),
    shown: ({ id, name, mime }) => ({ name, mime, url: `${AT}${id}` }),
    byUrl: (url) => (url.startsWith(AT) ? (kept.get(url.slice(AT.length)) ?? restore(url.slice(AT.length))) : null),
    clear() {
      kept.clear()
      if (folder) rmSync(folder, { recursive: true, force: true })
      if (folder) mkdirSync(folder, { recursive: true })
    },
  }
}
