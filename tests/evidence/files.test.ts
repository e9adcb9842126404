import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { placeOf } from '../../bot/media/keep.ts'
import { checkFiles, stateIn } from '../../backup/stored.ts'
import { digest } from '../../evidence/digest.ts'
import type { LoggedFile } from '../../store/read-evidence.ts'

async function folderWith(...contents: readonly string[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shaozi-files-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  for (const text of contents) {
    const path = placeOf(join(dataDir, 'files'), digest(Buffer.from(text)))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return dataDir
}

const file = (seq: number, text: string, erased = false): LoggedFile => ({
  seq,
  caseNo: `QS261124-000${seq}`,
  sha256: digest(Buffer.from(text)),
  erased,
})
const from =
  (all: readonly LoggedFile[]) =>
  async (after: number, limit: number): Promise<readonly LoggedFile[]> =>
    all.filter(({ seq }) => seq > after).slice(0, limit)

it('counts what is there and what was let go of, and names what is missing', async () => {
  const dataDir = await folderWith('a', 'b')
  const all = [file(1, 'a'), file(2, 'b'), file(3, 'a'), file(4, 'gone', true), file(5, 'lost')]
  expect(await checkFiles(stateIn(dataDir), from(all))).toEqual({
    checked: 4,
    erased: 1,
    bad: [{ caseNo: 'QS261124-0005', seq: 5, sha256: file(5, 'lost').sha256, state: 'missing' }],
  })
})

it('looks at every page', async () => {
  const all = Array.from({ length: 1201 }, (_, i) => file(i + 1, 'a'))
  expect(await checkFiles(stateIn(await folderWith('a')), from(all))).toEqual({ checked: 1201, erased: 0, bad: [] })
})

it('takes no file for missing that was let go of while it looked', async () => {
  let asked = 0
  const loggedFiles = async () => [file(1, 'going', (asked += 1) > 1)]
  expect(await checkFiles(stateIn(await folderWith()), loggedFiles)).toEqual({ checked: 0, erased: 1, bad: [] })
})
