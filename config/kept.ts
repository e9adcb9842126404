import { copyFile, rename, writeFile } from 'node:fs/promises'

/** A reader sees the old file or the new one, never half of it; the one before is kept beside it. */
export async function replaceKept(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  // where there was none, there is none to keep
  await copyFile(file, `${file}.before`).catch(() => undefined)
  await rename(`${file}.new`, file)
}
