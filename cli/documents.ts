import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from '../config/doctor.ts'
import { bad } from '../config/doctor/check.ts'
import { nearest } from '../config/nearest.ts'
import { townFolders } from '../config/township/load.ts'
import { wordingDoctor as words } from '../config/wording-doctor.ts'
import { KINDS } from '../domain/legal/documentShape.ts'
import { ownTemplates } from '../documents/ownTemplates.ts'
import { readTemplates } from '../documents/templates.ts'

/** What is wrong with the templates of documents: file, tag and mend of each. Without them a start works, but no document. */
export async function templateChecks(root: string): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const folder of await townFolders(root)) checks.push(...(await checksOf(folder)))
  return checks
}

async function checksOf(folder: string): Promise<readonly Check[]> {
  const name = words.names.documents
  const templates = Object.values(await readTemplates([join(folder, 'documents'), ownTemplates()]))
  const faults = templates.flatMap(({ fault }) => fault ?? [])
  const strange = await strangeFiles(join(folder, 'documents'))
  if (faults.length + strange.length === 0)
    return [{ name, ok: 'ok', cause: words.documentsFine(folder, templates.length), mend: words.fine }]
  return [
    ...faults.map((cause) => bad(name, cause, words.documentsMend)),
    ...strange.map(({ file, near }) => bad(name, words.documentStrange(file), words.documentName(near, NAMES))),
  ]
}

const NAMES = KINDS.map((kind) => `${kind}.docx`)
/** Word's own while a document is open. */
const LEFT_BY_WORD = /^(?:~\$|\.)/u

/** Files that look like a template of the township's own, and are none of any kind: ours would be used in their place. */
async function strangeFiles(folder: string): Promise<readonly Readonly<{ file: string; near: string | null }>[]> {
  const all = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = all.filter((each) => each.isFile()).map(({ name }) => name)
  return files
    .toSorted()
    .filter((file) => !NAMES.includes(file) && !LEFT_BY_WORD.test(file))
    .map((file) => ({ file: join(folder, file), near: nearest(file, NAMES) }))
}
