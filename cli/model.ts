import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { codeOf } from '../config/doctor/check.ts'
import { wordingModel as words } from '../config/wording-model.ts'
import { decode, NotAModel } from '../domain/triage/model/codec.ts'
import type { Model } from '../domain/triage/model/model.ts'
import { save } from '../save.ts'
import { refuse } from './refuse.ts'

/** The classifier in a file. Refuses what is none. */
export async function modelOf(file: string): Promise<Model> {
  const bytes = await readFile(file).catch((error: unknown) => refuse(words.noFile(file, codeOf(error))))
  try {
    return decode(bytes)
  } catch (error) {
    if (error instanceof NotAModel) refuse(words.notAModel(file))
    throw error
  }
}

/** Writes a file whole or not at all, also when the program is stopped in between. */
export async function saveWhole(file: string, bytes: Uint8Array): Promise<void> {
  await save(dirname(file), basename(file), bytes).catch((error: unknown) => refuse(words.noFile(file, codeOf(error))))
}
