import { join } from 'node:path'
import type { Check } from '../config/doctor.ts'
import { townFolders } from '../config/township/load.ts'
import { wordingDoctor as words } from '../config/wording-doctor.ts'
import { ownTemplates, readTemplates } from '../documents/templates.ts'

/** What is wrong with the templates of documents: file, tag and mend of each. A township is not kept from starting by them. */
export async function templateChecks(root: string): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const folder of await townFolders(root)) checks.push(...(await checksOf(folder)))
  return checks
}

async function checksOf(folder: string): Promise<readonly Check[]> {
  const name = words.names.documents
  const templates = Object.values(await readTemplates([join(folder, 'documents'), ownTemplates()]))
  const faults = templates.flatMap(({ fault }) => fault ?? [])
  if (faults.length === 0)
    return [{ name, ok: 'ok', cause: words.documentsFine(folder, templates.length), mend: words.fine }]
  return faults.map((cause) => ({ name, ok: 'warn', cause, mend: words.documentsMend }))
}
