import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = dirname(dirname(import.meta.dirname))
let folder: string

/** A project of the same shape whose steps only write their file and count themselves. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shaozi-build-'))
  for (const name of ['build-if-needed.mjs', 'lock.mjs'])
    cpSync(join(root, 'scripts', name), join(folder, 'scripts', name))
  const tools = ['typescript', 'tsx', 'vite'].map((name) => `node_modules/${name}`)
  for (const path of [...tools, 'domain', 'prisma', 'store', 'simulator/client', 'web/client'])
    mkdirSync(join(folder, path), { recursive: true })
  put('domain/a.ts', 'export {}')
  put('prisma/schema.prisma', 'model A {}')
  put('simulator/client/index.html', '<p>')
  put('web/client/index.html', '<p>')
  const step = (name: string, makes: string) => `node step.mjs ${name} ${makes}`
  put(
    'step.mjs',
    `import fs from 'node:fs'
     const [, , name, makes] = process.argv
     fs.mkdirSync(makes.replace(/[^/]+$/, ''), { recursive: true })
     fs.writeFileSync(makes, '')
     fs.appendFileSync('steps.txt', name + ' ')`,
  )
  put(
    'package.json',
    JSON.stringify({
      scripts: {
        generate: step('generate', 'store/generated/a'),
        compile: step('compile', 'dist/main.js'),
        phones: step('phones', 'simulator/client/dist/index.html'),
        pages: step('pages', 'web/client/dist/index.html'),
      },
    }),
  )
  put('steps.txt', '')
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, text: string): void {
  writeFileSync(join(folder, path), text)
}

async function build(...names: string[]): Promise<Readonly<{ code: number; said: string; steps: string }>> {
  put('steps.txt', '')
  const child = spawn(process.execPath, [join(folder, 'scripts/build-if-needed.mjs'), ...names], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said, steps: readFileSync(join(folder, 'steps.txt'), 'utf8').trim() }
}

describe('building before a start', () => {
  it('builds everything in a fresh clone, one line a step, and nothing the second time', async () => {
    const first = await build()
    expect(first).toMatchObject({ code: 0, steps: 'generate compile phones pages' })
    expect(first.said.trim().split('\n')).toHaveLength(4)
    expect(await build()).toEqual({ code: 0, said: '', steps: '' })
  })

  it('builds only what a change concerns', async () => {
    await build()
    put('domain/a.ts', 'export const a = 1')
    expect((await build()).steps).toBe('compile')
    put('simulator/client/index.html', '<b>')
    expect((await build()).steps).toBe('phones')
  })

  it('builds again what was deleted', async () => {
    await build()
    rmSync(join(folder, 'dist'), { recursive: true })
    expect((await build()).steps).toBe('compile')
  })

  it('builds only the steps it was asked for', async () => {
    expect((await build('generate')).steps).toBe('generate')
  })

  it('fails with the output of the step that failed, and tries again the next time', async () => {
    put('step.mjs', `console.log('line 7 is wrong'); process.exit(1)`)
    const failed = await build()
    expect(failed.code).toBe(1)
    expect(failed.said).toContain('could not build the database clients (npm run generate)')
    expect(failed.said).toContain('line 7 is wrong')
    expect((await build()).code).toBe(1)
  })

  it('takes over the lock of a process that died', async () => {
    mkdirSync(join(folder, 'node_modules/.cache/shaozi'), { recursive: true })
    put('node_modules/.cache/shaozi/build.lock', '999999999')
    expect((await build()).code).toBe(0)
  })

  // typescript alone may be there for another package's sake
  it.each(['typescript', 'tsx'])('says what to do where the build tools were left out: %s', async (name) => {
    rmSync(join(folder, 'node_modules', name), { recursive: true })
    const { code, said } = await build()
    expect(code).toBe(1)
    expect(said).toContain('npm ci --include=dev')
  })
})
