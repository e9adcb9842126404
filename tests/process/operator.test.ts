import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { run } from './program.ts'

it('the duty list goes out to Excel and comes back, and can be rolled back', async () => {
  const { cwd, env, town } = await place()
  const before = await readFile(join(town, 'duties.csv'), 'utf8')
  expect(await run(['export', 'duties', '--out', 'list.xlsx'], { cwd, env })).toMatchObject({ code: 0 })
  const tried = await run(['import', 'duties', 'list.xlsx', '--dry-run', '--json'], { cwd, env })
  expect(JSON.parse(tried.stdout)).toMatchObject({ ok: true, added: 0, removed: 0, changed: 0, version: null })
  expect(await readFile(join(town, 'duties.csv'), 'utf8')).toBe(before)
  const imported = await run(['import', 'duties', 'list.xlsx', '--json'], { cwd, env })
  expect(JSON.parse(imported.stdout)).toMatchObject({ ok: true })
  const { versions } = JSON.parse((await run(['duties', 'versions', '--json'], { cwd, env })).stdout) as {
    versions: { id: string }[]
  }
  const [old] = versions
  if (old) {
    expect(await run(['duties', 'rollback', old.id], { cwd, env })).toMatchObject({ code: 0 })
    expect(await readFile(join(town, 'duties.csv'), 'utf8')).toBe(before)
  }
  const wrong = await run(['duties', 'rollback', 'never'], { cwd, env })
  expect(wrong.stderr).toMatch(/没有版本 never[\s\S]*怎么办/)
  expect(wrong).toMatchObject({ code: 1 })
})

it('the keys are made at the first start, checked and changed; without them nothing starts', async () => {
  const { cwd, env, dataDir } = await place()
  const real = { ...env, DATABASE_URL: `file:${dataDir}/shaozi.db` }
  expect(await run(['keys', 'check'], { cwd, env: real })).toMatchObject({ code: 1 })
  const file = join(dataDir, 'identity-keys-demo.json')
  const changed = await run(['keys', 'rotate', '--json'], { cwd, env: real })
  expect(JSON.parse(changed.stdout)).toMatchObject({ ok: true, people: 0 })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await run(['keys', 'check'], { cwd, env: real })).toMatchObject({ code: 0 })
  await rm(file)
  expect(await run(['keys', 'check', '--json'], { cwd, env: real })).toMatchObject({ code: 0 })
})
