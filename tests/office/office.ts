import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** Shows LibreOffice one font only: the same on every machine, and no font has to be installed. */
const settings = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('')}<cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`

/** Opens each .docx as Word and WPS would, and prints it: one start of LibreOffice for all of them. */
export async function printed(folder: string, files: ReadonlyMap<string, Buffer>): Promise<Map<string, Buffer>> {
  const config = join(folder, 'fonts.conf')
  await mkdir(join(folder, 'pdf'), { recursive: true })
  await writeFile(config, settings(folder))
  for (const [name, docx] of files) await writeFile(join(folder, `${name}.docx`), docx)
  const all = [...files.keys()]
  const options = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf']
  await run(
    'soffice',
    [...options, '--outdir', join(folder, 'pdf'), ...all.map((name) => join(folder, `${name}.docx`))],
    {
      env: { ...process.env, FONTCONFIG_FILE: config, HOME: folder },
      timeout: 80_000,
    },
  )
  const read = all.map(async (name) => [name, await readFile(join(folder, 'pdf', `${name}.pdf`))] as const)
  return new Map(await Promise.all(read))
}

/** Every page as a small picture. */
export async function pictured(folder: string, name: string, pdf: Buffer, pages: number): Promise<Buffer[]> {
  const file = join(folder, `${name}.print.pdf`)
  await writeFile(file, pdf)
  await run('pdftoppm', ['-r', '36', '-gray', '-png', file, join(folder, name)])
  const digits = `${pages}`.length
  const numbers = Array.from({ length: pages }, (_, at) => `${at + 1}`.padStart(digits, '0'))
  return Promise.all(numbers.map((number) => readFile(join(folder, `${name}-${number}.png`))))
}
