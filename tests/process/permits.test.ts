import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { run } from './program.ts'

const SHORT = '单位名称,许可证名称,许可证编号,有效期至,发证机关\n青石镇老王饭店,食品经营许可证,示例-1,长期,市场监管所\n'

it('a list of permits says who would vanish, and wants it agreed to', async () => {
  const here = await place()
  const shaozi = (...args: readonly string[]) =>
    run(['import', 'permits', 'short.csv', ...args], { cwd: here.cwd, env: here.env })
  const list = join(here.town, 'permits.csv')
  const before = await readFile(list, 'utf8')
  await writeFile(join(here.cwd, 'short.csv'), SHORT)

  const refused = await shaozi()
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/有 2 条在新名单里没有[^]*福满楼[^]*--yes/)
  expect(await readFile(list, 'utf8')).toBe(before)

  const tried = await shaozi('--dry-run')
  expect(tried).toMatchObject({ code: 0, stderr: '' })
  expect(tried.stdout).toMatch(/去掉的 2 条[^]*没有改动/)
  expect(await readFile(list, 'utf8')).toBe(before)

  const done = await shaozi('--yes', '--json')
  expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, permits: 1, gone: 2, outside: [] })
  const after = await readFile(list, 'utf8')
  expect(after).not.toContain('福满楼')
  expect(after).toContain('李桂花')
})
