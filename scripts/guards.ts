import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { GUARDS, type Guard } from '../tests/faults/guards.ts'

/** What is made from the tree and not committed: copied, or the copy would have to make it anew. */
const MADE = ['store/generated', 'dist', 'web/client/dist', 'simulator/client/dist']

/** Takes out each guard, in a copy of the tree, and looks whether its test notices. `-- F7 F12`: only those. */
async function main(wanted: readonly string[]): Promise<number> {
  const copy = await mkdtemp(join(tmpdir(), 'shaozi-guards-'))
  const asked = GUARDS.filter(({ fault }) => wanted.length === 0 || wanted.includes(fault))
  try {
    await copyTree(copy)
    let unnoticed = 0
    for (const guard of asked) {
      const failed = await without(copy, guard)
      if (failed === 0) unnoticed += 1
      console.log(
        `${guard.fault} ${guard.file}: ${failed === 0 ? 'NOT NOTICED by' : `${failed} failed in`} ${guard.test}${guard.only ? ` (${guard.only})` : ''}`,
      )
    }
    console.log(`${asked.length - unnoticed} noticed, ${unnoticed} not noticed`)
    return unnoticed === 0 ? 0 : 1
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function copyTree(to: string): Promise<void> {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
    .trim()
    .split('\n')
  for (const path of [...tracked, ...MADE])
    await cp(path, join(to, path), { recursive: true }).catch((error: unknown) => {
      if (Reflect.get(Object(error), 'code') !== 'ENOENT') throw error
    })
  await symlink(join(process.cwd(), 'node_modules'), join(to, 'node_modules'))
}

/** How many tests fail while it is away. */
async function without(
  copy: string,
  { file, guard, without: put, test, only, project = 'unit' }: Guard,
): Promise<number> {
  const path = join(copy, file)
  const text = await readFile(path, 'utf8')
  if (text.split(guard).length !== 2) throw new Error(`${file} does not hold its guard once: ${guard}`)
  await writeFile(
    path,
    text.replace(guard, () => put),
  )
  try {
    const args = ['vitest', 'run', '--project', project, test, ...(only ? ['-t', only] : [])]
    const { stdout } = spawnSync('npx', args, { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
    const found = /(\d+) passed, (\d+) failed/.exec(stdout)
    if (!found) throw new Error(`${dirname(test)}: the tests did not run\n${stdout.slice(-3000)}`)
    return Number(found[2])
  } finally {
    await writeFile(path, text)
  }
}

process.exitCode = await main(process.argv.slice(2))
