import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ensureFolder, fileName, save } from '../save.ts'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'shaozi-posters-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

it('an older poster is replaced whole, and nothing else is left', async () => {
  const here = await folder()
  await writeFile(join(here, 'a.png'), 'a much longer file of last year')
  await ensureFolder(here)
  expect(await save(here, 'a.png', Buffer.from('new'))).toBe(join(here, 'a.png'))
  expect(await readFile(join(here, 'a.png'), 'utf8')).toBe('new')
  expect(await readdir(here)).toEqual(['a.png'])
})

it('a folder is made with those above it; one that cannot be is refused', async () => {
  const here = await folder()
  await ensureFolder(join(here, 'a', 'b'))
  await writeFile(join(here, 'file'), '')
  await expect(ensureFolder(join(here, 'file', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

it('a name stays inside its folder and can be copied to any disk', () => {
  expect(fileName('青石镇', 'QS01', '王家村')).toBe('青石镇-QS01-王家村')
  expect(fileName('../..', 'A/B', 'x\ny: "z"?')).toBe('.._..-A_B-x_y_z_')
})

it('F2 a file that there is no room for, or that its writer died of, is not there at all', async () => {
  const here = await folder()
  const script = `import { save } from ${JSON.stringify(join(import.meta.dirname, '..', 'save.ts'))}
    await save(${JSON.stringify(here)}, 'month.xlsx', Buffer.alloc(400_000)).catch((error) => console.log(error.code))`
  const run = (limits: string, env: NodeJS.ProcessEnv) =>
    spawnSync('sh', ['-c', `${limits} exec "$0" --import tsx --input-type=module -e "$1"`, process.execPath, script], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
  expect(run('ulimit -f 100;', {}).stdout).toBe('EFBIG\n')
  expect(await readdir(here)).toEqual([])
  expect(run('', { CRASH_AT: 'file-half+1' })).toMatchObject({ signal: 'SIGKILL' })
  expect(await readdir(here)).not.toContain('month.xlsx')
  expect(run('', {})).toMatchObject({ status: 0 })
  expect((await stat(join(here, 'month.xlsx'))).size).toBe(400_000)
})
