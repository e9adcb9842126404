import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEnv, readEnv } from '../../config/env.ts'
import { VARIABLE_NAMES } from '../../config/variables.ts'
import { emptyFolder } from './folder.ts'

describe('.env', () => {
  const withDotEnv = async (text: string): Promise<string> => {
    const dir = await emptyFolder()
    await writeFile(join(dir, '.env'), text)
    return dir
  }

  it('is read when it is there; what is really set wins', async () => {
    const dir = await withDotEnv('\uFEFF# 说明\r\nPORT=4000\r\nHOST="0.0.0.0"\r\n')
    expect(loadEnv(dir, {})).toMatchObject({ ok: true, env: { port: 4000, host: '0.0.0.0' } })
    expect(loadEnv(dir, { PORT: '5000' })).toMatchObject({ ok: true, env: { port: 5000 } })
    expect(loadEnv(await emptyFolder(), {})).toMatchObject({ ok: true, env: { demo: true } })
  })

  it('gives its faults a line; those of the real environment have none', async () => {
    const dir = await withDotEnv('HOST=127.0.0.1\nexport PORT=x\nROLE=y\n')
    const read = loadEnv(dir, { LOG_LEVEL: 'z', ROLE: 'z' })
    expect(read).toMatchObject({
      ok: false,
      faults: [
        { field: 'PORT', file: join(dir, '.env'), line: 2 },
        { field: 'ROLE', file: '环境变量', line: null },
        { field: 'LOG_LEVEL', file: '环境变量', line: null },
      ],
    })
  })

  it('has no line that is silently left out', async () => {
    const dir = await withDotEnv(
      'WECOM_AIBOT_ID：aib123\n\n# 说明\nPORT 3000\nPUBLIC_URL="http://a"\n  export HOST = 127.0.0.1\n',
    )
    const read = loadEnv(dir, {})
    expect(read).toMatchObject({ ok: false, faults: [{ line: 1 }, { line: 4 }] })
    expect(JSON.stringify(read)).not.toContain('aib123')
  })

  it('saved as what Notepad calls Unicode is a fault', async () => {
    const dir = await emptyFolder()
    await writeFile(join(dir, '.env'), Buffer.from('\uFEFFPORT=4000\n', 'utf16le'))
    expect(loadEnv(dir, {})).toMatchObject({
      ok: false,
      faults: [{ field: '.env', problem: expect.stringContaining('UTF-8') }],
    })
  })

  it('that cannot be read is a fault', async () => {
    const dir = await emptyFolder()
    await mkdir(join(dir, '.env'))
    expect(loadEnv(dir, {})).toMatchObject({ ok: false, faults: [{ file: join(dir, '.env'), field: '.env' }] })
  })
})

describe('.env.example', () => {
  it('lists exactly the variables there are, each with a sentence in Chinese and in English', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n')
    const names = lines.flatMap((line) =>
      line.startsWith('#') || !line.includes('=') ? [] : [line.split('=')[0] ?? ''],
    )
    expect(names.toSorted()).toEqual([...VARIABLE_NAMES].toSorted())
    const sentence = (name: string): string => lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1] ?? ''
    expect(names.filter((name) => !/^# .*[\u4e00-\u9fff].*[a-zA-Z]{3,}.*\.$/u.test(sentence(name)))).toEqual([])
  })

  it('copied as it is, starts the demo with the defaults', async () => {
    const dir = await emptyFolder()
    await writeFile(join(dir, '.env'), await readFile('.env.example', 'utf8'))
    expect(loadEnv(dir, {})).toEqual(readEnv({}))
  })
})
