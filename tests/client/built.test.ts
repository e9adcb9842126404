import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
let folder = ''
const files = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shaozi-phones-'))
  const build = [
    'node_modules/vite/bin/vite.js',
    'build',
    'simulator/client',
    '--outDir',
    folder,
    '--logLevel',
    'error',
  ]
  await run(process.execPath, build, { env: { ...process.env, NODE_ENV: 'production' } })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) files.set(entry.name, await readFile(join(entry.parentPath, entry.name), 'utf8'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Names of XML languages, and a sentence Vue puts into an error; neither is ever loaded. */
const harmless = /^http:\/\/www\.w3\.org\/|^https:\/\/vuejs\.org\/error-reference\//

describe('the built phones page', () => {
  it('holds a page, a script and a style sheet', () => {
    const kinds = [...files.keys()].map((name) => name.split('.').at(-1))
    expect(kinds).toEqual(expect.arrayContaining(['html', 'js', 'css']))
  })

  it('names no outside address', () => {
    const addresses = [...files.values()].flatMap(
      (text) => text.match(/(?:https?|wss?):\/\/[\w.-]+[^\s"'`)<>\\]*/g) ?? [],
    )
    expect(addresses.filter((address) => !harmless.test(address))).toEqual([])
    expect([...files.values()].join('\n')).not.toMatch(/(?:src|href)=["']?\/\/|url\(["']?\/\/|@import/)
  })

  it('works under any prefix: every address in it is relative', () => {
    const addresses = [...(files.get('index.html') ?? '').matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1])
    expect(addresses.length).toBeGreaterThan(1)
    expect(addresses.filter((address) => !address?.startsWith('./'))).toEqual([])
  })

  it('keeps to a strict CSP: nothing inline, no eval, no HTML from strings', () => {
    const html = files.get('index.html') ?? ''
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
    const scripts = [...files].filter(([name]) => name.endsWith('.js')).map(([, text]) => text)
    expect(scripts.join('\n')).not.toMatch(/\beval\(|new Function\(|document\.write/)
  })
})
