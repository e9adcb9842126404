import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { doctor } from '../../config/doctor.ts'
import { loadEnv } from '../../config/env.ts'
import { UNTOLD, VARIABLE_NAMES } from '../../config/variables.ts'
import { emptyFolder } from './folder.ts'

const SECRET = 'tell-nobody-0123'
const BOT = { WECOM_AIBOT_ID: 'aib1' }

async function fileWith(text: string): Promise<string> {
  const file = join(await emptyFolder(), 'secret')
  await writeFile(file, text, { mode: 0o600 })
  return file
}

async function faultsOf(env: Readonly<Record<string, string>>, cwd?: string) {
  const read = loadEnv(cwd ?? (await emptyFolder()), env)
  expect(JSON.stringify(read)).not.toContain(SECRET)
  return read.ok ? [] : read.faults
}

describe('a secret in a file', () => {
  it.each([
    ['as it is', SECRET],
    ['with a line end', `${SECRET}\n`],
    ['saved on Windows', `\uFEFF${SECRET}\r\n`],
  ])('is read: %s', async (_, text) => {
    const file = await fileWith(text)
    const read = loadEnv(await emptyFolder(), { ...BOT, WECOM_AIBOT_SECRET_FILE: file })
    expect(read).toMatchObject({ ok: true, env: { demo: false, aibot: { secret: SECRET } } })
  })

  it('may be named in .env, and be an address with a password', async () => {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, '.env'), `DATABASE_URL_FILE=${await fileWith('postgresql://u:p@h/d\n')}\n`)
    expect(loadEnv(cwd, {})).toMatchObject({ ok: true, env: { databaseUrl: 'postgresql://u:p@h/d' } })
  })

  it('is a fault beside the secret itself, at its line', async () => {
    const cwd = await emptyFolder()
    await writeFile(join(cwd, '.env'), `\nWECOM_AIBOT_SECRET_FILE=${await fileWith(SECRET)}\n`)
    const faults = await faultsOf({ ...BOT, WECOM_AIBOT_SECRET: SECRET }, cwd)
    expect(faults).toMatchObject([
      { field: 'WECOM_AIBOT_SECRET_FILE', line: 2, problem: expect.stringContaining('只能写一个') },
    ])
  })

  it('that is missing, empty, a folder or far too large is one fault each, and says neither value nor path', async () => {
    const folder = join(await emptyFolder(), SECRET)
    await mkdir(folder)
    for (const file of [SECRET, folder, await fileWith(' \n'), await fileWith('x'.repeat(100_000))]) {
      const faults = await faultsOf({ ...BOT, WECOM_AIBOT_SECRET_FILE: file })
      expect(faults).toMatchObject([{ field: 'WECOM_AIBOT_SECRET_FILE' }])
    }
  })

  it('of two lines is as wrong as the variable would be', async () => {
    const faults = await faultsOf({ ...BOT, WECOM_AIBOT_SECRET_FILE: await fileWith(`${SECRET}\nsecond`) })
    expect(faults).toMatchObject([{ field: 'WECOM_AIBOT_SECRET' }])
  })

  it('is no way for what is not secret', async () => {
    const faults = await faultsOf({ WECOM_AIBOT_ID_FILE: await fileWith('aib1') })
    expect(faults).toMatchObject([{ field: 'WECOM_AIBOT_ID_FILE' }])
  })
})

describe('the table of secrets', () => {
  it('holds every variable that must not be known, and no other path', () => {
    expect(UNTOLD).toEqual(
      expect.arrayContaining([
        'WECOM_AIBOT_SECRET',
        'WECOM_CALLBACK_AES_KEY',
        'METRICS_TOKEN',
        'LLM_API_KEY',
        'DATABASE_URL',
        'BACKUP_KEY',
      ]),
    )
    const secretive = VARIABLE_NAMES.filter((name) => /SECRET|TOKEN|KEY|PASS/.test(name) && !UNTOLD.includes(name))
    // paths of files: there is nothing to hide in them
    expect(secretive.filter((name) => !/_FILE$|^OPEN311_KEYS$/.test(name))).toEqual([])
  })
})

describe('doctor', () => {
  const looked = async (mode: number) => {
    const file = await fileWith(SECRET)
    await chmod(file, mode)
    const checks = await doctor({
      cwd: await emptyFolder(),
      processEnv: { ...BOT, WECOM_AIBOT_SECRET_FILE: file, TOWN_CONFIG: 'config/town' },
      now: new Date('2026-11-24T02:00:00Z'),
    })
    return checks.filter(({ name }) => name === '密钥文件')
  }

  it('warns of a file of a secret that everybody can read', async () => {
    expect(await looked(0o644)).toMatchObject([{ ok: 'warn', mend: expect.stringContaining('chmod 600') }])
    expect(await looked(0o640)).toMatchObject([{ ok: 'ok' }])
  })
})
