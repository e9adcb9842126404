import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The sample township in a folder of its own, with a tag in one template that nobody knows. */
export async function spoiltTown(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-spoilt-'))
  await cp('config/town', folder, { recursive: true })
  await mkdir(join(folder, 'documents'), { recursive: true })
  const template = unzipSync(await readFile('config/documents/filing-approval.docx'))
  const body = strFromU8(template['word/document.xml'] ?? new Uint8Array()).replace('{案件来源}', '{案由来}')
  const changed = zipSync({ ...template, 'word/document.xml': strToU8(body) })
  await writeFile(join(folder, 'documents', 'filing-approval.docx'), changed)
  return folder
}
