import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { step } from './crash.ts'

/** The folder exists and takes a file. Rejects with the system's error where not. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const trial = join(folder, `.${randomUUID()}`)
  await writeFile(trial, '')
  await rm(trial)
}

/** Puts a file in place in one step: who opens it while we write, or after we died of it, sees the old one or the new one. Answers its path. */
export async function save(folder: string, name: string, data: Uint8Array | string, mode = 0o666): Promise<string> {
  const path = join(folder, name)
  const temporary = join(folder, `.${randomUUID()}`)
  try {
    await writeFile(temporary, data, { mode })
    step('file-half')
    await rename(temporary, path)
    step('file-whole')
    return path
  } finally {
    await rm(temporary, { force: true })
  }
}

/** A name that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[\\/:*?"<>|\s\p{C}]+/gu, '_')).join('-')
