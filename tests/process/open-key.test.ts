import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place, type Place } from './place.ts'
import { run, start } from './program.ts'

const openKey = ({ cwd, env }: Place, ...args: readonly string[]) => run(['open-key', ...args], { cwd, env })

/** What a system that hands in hears: 201, or that its key is none. */
async function handsIn(origin: string, key: string): Promise<number> {
  const fields = { jurisdiction_id: 'QS', service_code: 'CG001', address_string: '王家村村口', description: '占道摆摊' }
  const body = new URLSearchParams({ ...fields, api_key: key })
  return (await fetch(`${origin}/open311/v2/requests.json`, { method: 'POST', body })).status
}

it('a key lets in until its line is taken out of the file', async () => {
  const here = await place()
  const made = await openKey(here, 'hotline-app')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const [, key = '', line = ''] =
    /只显示这一次[^\n]*\n +(\S+)\n[^]*OPEN311_KEYS[^\n]*\n +(hotline-app sha256:\S+)/.exec(made.stdout) ?? []
  expect(line).toBe(`hotline-app sha256:${createHash('sha256').update(key).digest('hex')}`)
  const other: unknown = JSON.parse((await openKey(here, '县热线.v2', '--json')).stdout)
  expect(other).toMatchObject({ ok: true, name: '县热线.v2' })
  const { key: second, line: secondLine } = other as Readonly<{ key: string; line: string }>

  const file = join(here.cwd, 'keys.txt')
  await writeFile(file, `# 谁可以提交\n${line}\n${secondLine}\n`)
  const env = { ...here.env, OPEN_DATA: 'on', OPEN311_KEYS: file }
  const first = start(['start'], { cwd: here.cwd, env })
  const [, origin = ''] = await first.says(/(http:\/\/[\d.]+:\d+)/)
  expect(await handsIn(origin, key)).toBe(201)
  expect(await handsIn(origin, second)).toBe(201)
  expect(await handsIn(origin, `${key}x`)).toBe(403)
  expect(first.stdout + first.stderr, 'no key reaches the log').not.toMatch(new RegExp(`${key}|${second}`))
  await first.kill('SIGTERM')

  await writeFile(file, `${secondLine}\n`)
  const again = start(['start'], { cwd: here.cwd, env })
  const [, later = ''] = await again.says(/(http:\/\/[\d.]+:\d+)/)
  expect(await handsIn(later, key), 'taken back').toBe(403)
  expect(await handsIn(later, second)).toBe(201)
  expect(await again.kill('SIGTERM')).toMatchObject({ code: 0 })
})

it.each(['two words', 'a/b', 'x'.repeat(41), 'a#b'])(
  'a name that cannot stand in the file is none: %s',
  async (name) => {
    const ended = await openKey(await place(), name)
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(/没有生成密钥[^]*不能做系统的名称[^]*怎么办/)
  },
)

it('without a name it is wrong usage', async () => {
  const ended = await openKey(await place())
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended.stderr).toMatch(/少写了[^]*怎么办/)
})

it('a line that is no key lets nobody in, stops nobody else, and is named in the log and by the doctor', async () => {
  const here = await place()
  const file = join(here.cwd, 'keys.txt')
  const { key, line } = JSON.parse((await openKey(here, 'good', '--json')).stdout) as { key: string; line: string }
  await writeFile(file, `bad my-plain-key\n${line}\n`)
  const env = { ...here.env, OPEN_DATA: 'on', OPEN311_KEYS: file }
  const program = start(['start'], { cwd: here.cwd, env })
  const [, origin = ''] = await program.says(/(http:\/\/[\d.]+:\d+)/)
  expect(await handsIn(origin, 'my-plain-key')).toBe(403)
  expect(await handsIn(origin, key)).toBe(201)
  expect(program.stderr).toMatch(/a key of Open311 cannot be used/)
  const { stdout } = await run(['doctor', '--offline'], { cwd: here.cwd, env })
  expect(stdout).toMatch(/keys\.txt 第 1 行[^]*不是一个密钥/)
  expect(program.stderr + stdout).not.toContain('my-plain-key')
})
