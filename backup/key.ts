import { readFile } from 'node:fs/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupFault } from '../domain/backup/fault.ts'
import { SECRET_KEY } from '../domain/backup/name.ts'
import { writeNew } from './write.ts'

/** What archives are sealed with: an identity of age (https://age-encryption.org/v1), so that they can be opened without this program. */
export type Key = Readonly<{ id: string; identity: string; recipient: string }>

const PREFIX = 'age1'.length
const ID_LENGTH = 8

async function keyOf(identity: string): Promise<Key> {
  const recipient = await identityToRecipient(identity).catch((error: unknown) => {
    throw new BackupFault('bad-key', '', error)
  })
  return { id: recipient.slice(PREFIX, PREFIX + ID_LENGTH), identity, recipient }
}

export type KeySource = Readonly<{ key: string | null; keyFile: string | null }>

/** The key as it is set up; null where none is. */
export async function readKey({ key, keyFile }: KeySource): Promise<Key | null> {
  if (key !== null) return keyOf(key)
  if (keyFile === null) return null
  const text = await readFile(keyFile, 'utf8').catch((error: unknown) => {
    throw new BackupFault('key-file', keyFile, error)
  })
  const line = text.split(/\r?\n/u).find((one) => SECRET_KEY.test(one.trim()))
  if (line === undefined) throw new BackupFault('bad-key', keyFile)
  return keyOf(line.trim())
}

/** A new key in a file of its own, as age-keygen writes it; one that exists is never overwritten. */
export async function makeKey(file: string, now: Date): Promise<Key> {
  const key = await keyOf(await generateX25519Identity())
  await writeNew(file, `# created: ${now.toISOString()}\n# public key: ${key.recipient}\n${key.identity}\n`)
  return key
}
