import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { House } from '../../backup/house.ts'
import { makeKey } from '../../backup/key.ts'
import { placeOf } from '../../bot/media/keep.ts'
import { EVIDENCE } from '../../domain/case/evidence.ts'
import { openKeys } from '../../identity/keys.ts'
import type { Store } from '../../store/store.ts'
import { open, type Place } from '../store/databases.ts'
import { at, event, report, task } from '../store/samples.ts'

export const NOW = new Date('2026-11-30T03:30:00+08:00')

export type Built = Readonly<{ house: House; folder: string; store: Store; photo: string }>

/** A township with a database, one case with a photo, keys, and a key for its backups. */
export async function built(place: Place): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-backup-'))
  const dataDir = join(folder, 'data')
  const url = await place.fresh()
  const keyFile = join(folder, 'backup.key')
  await makeKey(keyFile, NOW)
  const { store } = await open(url)
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  await cp(join(import.meta.dirname, '..', '..', 'config', 'town'), join(folder, 'town'), { recursive: true })
  await openKeys(join(dataDir, 'identity-keys.json'), [])
  const photo = await keep(dataDir, 'a photo of rubbish at the gate')
  const first = task(1)
  const picture = { ...event(first, EVIDENCE, { id: 'photo-1', sha256: photo }) }
  await store.commit({ task: first, reports: [report(first)], events: [event(first, 'opened'), picture] }, at(0))
  const house = {
    databaseUrl: url,
    dataDir,
    identityKeysFile: join(dataDir, 'identity-keys.json'),
    townConfig: join(folder, 'town'),
    folder: join(folder, 'backups'),
    key: { key: null, keyFile },
    program: '0.1.0',
  }
  return { house, folder, store, photo }
}

/** Stores bytes as the program does; answers their hash. */
export async function keep(dataDir: string, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const file = placeOf(join(dataDir, 'files'), sha256)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  return sha256
}

/** One case more, after a backup was made. */
export async function another(store: Store, seq: number): Promise<void> {
  const of = task(seq)
  await store.commit({ task: of, reports: [report(of)], events: [event(of, 'opened')] }, at(seq))
}

/** Everybody can see it is another file now. */
export async function flip(file: string, offset: number): Promise<void> {
  const bytes = await readFile(file)
  const index = offset < 0 ? bytes.length + offset : offset
  bytes[index] = (bytes[index] ?? 0) ^ 1
  await writeFile(file, bytes)
}

/** The code it is refused with. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it was done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )
