import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultOf } from './check/check.ts'
import { KINDS, type DocumentKind } from '../domain/legal/documentShape.ts'
import { FAULTS } from './wording-faults.ts'

/** One template as it was read; `fault` says in a sentence for staff why it cannot be filled, or is null. */
export type Template = Readonly<{ file: string; bytes: Buffer; fault: string | null }>
export type Templates = Readonly<Record<DocumentKind, Template>>

/**
 * Reads and checks `<kind>.docx` of every kind; the first folder that has it counts. Give the township's own folder
 * first and `config/documents` last. Never rejects for a template: what is wrong with one stands in its `fault`.
 */
export async function readTemplates(folders: readonly string[]): Promise<Templates> {
  const read = await Promise.all(KINDS.map(async (kind) => [kind, await readTemplate(kind, folders)] as const))
  return Object.fromEntries(read) as Record<DocumentKind, Template>
}

async function readTemplate(kind: DocumentKind, folders: readonly string[]): Promise<Template> {
  const name = `${kind}.docx`
  for (const folder of folders) {
    const file = join(folder, name)
    const bytes = await bytesOf(file)
    if (bytes !== null) return { file, bytes, fault: await faultOf(kind, file, bytes) }
  }
  return { file: name, bytes: Buffer.alloc(0), fault: FAULTS.missingFile(name, folders.join(' ')) }
}

async function bytesOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
