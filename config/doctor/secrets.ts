import { stat } from 'node:fs/promises'
import type { SecretFile } from '../secretFiles.ts'
import { wordingDoctor as words } from '../wording-doctor.ts'
import { type Check, fine, warning } from './check.ts'

const FOR_OTHERS = 0o004
/** Docker puts secrets there, readable for all of a container that holds nobody but us. */
const IN_CONTAINER = '/run/secrets/'

/** A secret in a file that everybody on the machine can read is no secret. */
export async function checkSecretFile({ name, file }: SecretFile): Promise<Check[]> {
  const { mode } = await stat(file)
  const isOpen = (mode & FOR_OTHERS) !== 0 && process.platform !== 'win32' && !file.startsWith(IN_CONTAINER)
  return [
    isOpen
      ? warning(words.names.secrets, words.secretOpen(name), words.secretMend)
      : fine(words.names.secrets, words.secretFine(name)),
  ]
}
