import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAMES = ['redis-server', 'valkey-server']

/** The first Redis or Valkey server on a PATH, or null. */
export async function serverProgram(path: string): Promise<string | null> {
  const candidates = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  for (const candidate of candidates) if (await canRun(candidate)) return candidate
  return null
}

function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
