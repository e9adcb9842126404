import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KINDS } from '../domain/legal/documentShape.ts'

/** The templates that come with the program; a built one stands some floors above them. */
export function ownTemplates(from: string = import.meta.dirname): string {
  const folder = join(from, 'config', 'documents')
  if (existsSync(join(folder, `${KINDS[0]}.docx`)) || dirname(from) === from) return folder
  return ownTemplates(dirname(from))
}
