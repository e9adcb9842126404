import { rename, writeFile } from 'node:fs/promises'

/** Writes a file whole or not at all. */
export async function whole(file: string, bytes: Uint8Array | string): Promise<void> {
  await writeFile(`${file}.part`, bytes)
  await rename(`${file}.part`, file)
}
