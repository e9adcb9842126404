import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = 'duties.history'
const FILE = 'duties.csv'

/** `id` begins with the instant (UTC) it was replaced at. */
export type DutyVersion = Readonly<{ id: string; at: string; items: number }>

/** What a list is called: the same list has the same name everywhere. */
export const versionOf = (csv: string): string =>
  createHash('sha256')
    .update(
      csv
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .digest('hex')
    .slice(0, 8)

/** Puts a list in place of the present one, which is kept. A reader sees the old one or the new one, never half of it. */
export async function replaceList(folder: string, csv: string, now: Date): Promise<string> {
  const file = join(folder, FILE)
  const old = await readFile(file, 'utf8').catch(() => null)
  if (old !== null && versionOf(old) !== versionOf(csv)) await keep(folder, file, old, now)
  const draft = `${file}.new`
  await writeFile(draft, csv)
  await rename(draft, file)
  return versionOf(csv)
}

async function keep(folder: string, file: string, old: string, now: Date): Promise<void> {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/gu, '').replace('T', '-')
  await mkdir(join(folder, FOLDER), { recursive: true })
  await copyFile(file, join(folder, FOLDER, `${stamp}-${versionOf(old)}.csv`))
}

/** Lists that were in force before, newest first. */
export async function versions(folder: string): Promise<DutyVersion[]> {
  const names = await readdir(join(folder, FOLDER)).catch(() => [])
  const found = names
    .filter((name) => name.endsWith('.csv'))
    .toSorted()
    .toReversed()
  return Promise.all(
    found.map(async (name) => {
      const id = name.slice(0, -'.csv'.length)
      const lines = (await readFile(join(folder, FOLDER, name), 'utf8')).trim().split('\n')
      const [, day = '', time = ''] = /^(\d{8})-(\d{6})/u.exec(id) ?? []
      const at = `${day.replace(/(\d{4})(\d\d)(\d\d)/u, '$1-$2-$3')} ${time.replace(/(\d\d)(\d\d)(\d\d)/u, '$1:$2:$3')}Z`
      return { id, at, items: Math.max(0, lines.length - 1) }
    }),
  )
}

/** A list of before by its name or the end of it; null where there is none. */
export async function oldList(folder: string, version: string): Promise<string | null> {
  const found = (await versions(folder)).find(({ id }) => id === version || id.endsWith(`-${version}`))
  return found ? readFile(join(folder, FOLDER, `${found.id}.csv`), 'utf8') : null
}
