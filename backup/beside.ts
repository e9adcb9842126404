import { setPriority } from 'node:os'
import { BackupFault } from '../domain/backup/fault.ts'
import { drill } from './drill.ts'
import type { House } from './house.ts'
import { makeBackup } from './make.ts'

/** What the program asks of this process, which then takes its time: hashing and sealing would hold up every message. */
export type NightOrder = Readonly<{ house: House; drill: boolean }>
export type NightAnswer =
  | Readonly<{ ok: true; archive: string; bytes: number; drilled: boolean }>
  | Readonly<{ ok: false; code: string }>

/** People who report come first. */
const NICE = 10

process.on('message', (order: NightOrder) => {
  setPriority(NICE)
  night(order).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  )
})

async function night({ house, drill: tries }: NightOrder): Promise<NightAnswer> {
  try {
    const { archive, bytes } = await makeBackup(house, { plain: false, rotate: true }, new Date())
    if (tries) await drill(house, new Date())
    return { ok: true, archive, bytes, drilled: tries }
  } catch (error) {
    return { ok: false, code: codeOf(error) }
  }
}

/** A message might name a path or what stands in a row; a code does not. */
const codeOf = (error: unknown): string =>
  error instanceof BackupFault || (error instanceof Error && 'code' in error) ? String(error.code) : 'unexpected'
