import { spawn, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { type Rehearsed, rehearse } from '../../scripts/image/rehearse.ts'
import { startOf } from '../../scripts/image/start.ts'
import { freePort } from '../services/port.ts'
import { ROOT } from './program.ts'

/**
 * The steps of the Dockerfile, read out of it, in an empty folder. Only `npm ci` is left out, because it ran a moment ago and its
 * compiling takes minutes: its packages are taken over. `npx tsx scripts/rehearse-image.ts` leaves out nothing.
 */
let target: string
let image: Rehearsed
beforeAll(async () => {
  target = await mkdtemp(join(tmpdir(), 'shaozi-image-'))
  image = rehearse({ context: ROOT, target, installed: join(ROOT, 'node_modules') })
}, 300_000)
afterAll(() => rm(target, { recursive: true, force: true }))
vi.setConfig({ testTimeout: 120_000 })

const data = () => join(image.root, 'data')
const SETTING = { HOST: '127.0.0.1', REDIS_URL: 'none', DEMO_STORY: 'none' }

/** The program as the image starts it; stopped as Docker stops it. */
async function started(of: Rehearsed) {
  const port = String(await freePort())
  const { file, args, options } = startOf(of, { ...SETTING, PORT: port })
  const program = spawn(file, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const out of [program.stdout, program.stderr]) out.setEncoding('utf8').on('data', (text) => (said += text))
  const ended = new Promise<number | null>((resolve) => void program.once('close', resolve))
  onTestFinished(() => void program.kill('SIGKILL'))
  const [check = '', ...how] = of.health
  const health = () => spawnSync(check, how, { env: options.env }).status
  return {
    url: `http://127.0.0.1:${port}`,
    healthy: () => expect.poll(health, { timeout: 60_000, interval: 200 }).toBe(0),
    health,
    stop: () => (program.kill('SIGTERM'), ended),
    refused: async () => ({ code: await ended, said }),
  }
}

/** `docker compose exec web shaozi …` */
function shaozi(of: Rehearsed, ...words: readonly string[]) {
  const { options } = startOf(of, SETTING)
  return spawnSync(join(of.root, 'usr/local/bin/shaozi'), [...words], { ...options, encoding: 'utf8' })
}

/** The next version beside this one, over the same data; `migration` is a step of the database this one does not know. */
async function nextVersion(migration: string | null): Promise<Rehearsed> {
  const root = await mkdtemp(join(target, 'next-'))
  spawnSync('cp', ['-al', join(image.root, 'app'), join(image.root, 'usr'), join(image.root, 'town'), root])
  const about = JSON.parse(await readFile(join(root, 'app/package.json'), 'utf8')) as object
  await rm(join(root, 'app/package.json'))
  await writeFile(join(root, 'app/package.json'), JSON.stringify({ ...about, version: '99.0.0' }))
  const folder = join(root, 'app/prisma/migrations/sqlite/0999_next')
  if (migration !== null) await mkdir(folder)
  if (migration !== null) await writeFile(join(folder, 'migration.sql'), migration)
  const command = image.command.map((word) => word.replace(join(image.root, 'app'), join(root, 'app')))
  return { ...image, root, command, env: { ...image.env, TOWN_CONFIG: join(root, 'town') } }
}

it('has neither compiler nor tests nor secrets in what is shipped', async () => {
  for (const gone of [
    'tests',
    'bench',
    '.env',
    'node_modules/tsx',
    'node_modules/vite',
    'node_modules/typescript',
    'node_modules/prisma',
  ])
    await expect(stat(join(image.root, 'app', gone))).rejects.toThrow('ENOENT')
})

it('is installed, built, started by another user than root, looked at and stopped', async () => {
  const program = await started(image)
  await program.healthy()
  const mine = process.getuid?.() ?? 0
  expect((await stat(join(data(), 'demo.db'))).uid).toBe(mine === 0 ? 1000 : mine)
  for (const page of ['/', '/demo/']) expect((await fetch(program.url + page)).status).toBe(200)
  expect(await program.stop()).toBe(0)
  expect(program.health()).toBe(1)
  expect(shaozi(image, 'verify').status).toBe(0)
  expect(shaozi(image, 'doctor', '--offline').stdout).toContain('[正常]')
})

it('is upgraded over the same data, and put back where the database stayed the same', async () => {
  const keys = await readFile(join(data(), 'identity-keys-demo.json'), 'utf8')
  for (const version of [await nextVersion(null), image]) {
    const program = await started(version)
    await program.healthy()
    expect(await program.stop()).toBe(0)
    expect(shaozi(version, 'verify').status).toBe(0)
  }
  expect(await readFile(join(data(), 'identity-keys-demo.json'), 'utf8')).toBe(keys)
})

it('refuses the database of a newer version, and runs again with the copy from before', async () => {
  await cp(data(), join(target, 'before'), { recursive: true, preserveTimestamps: true })
  const newer = await started(await nextVersion('CREATE TABLE "next" ("id" TEXT PRIMARY KEY);\n'))
  await newer.healthy()
  await newer.stop()
  const { code, said } = await (await started(image)).refused()
  expect(code).toBe(1)
  expect(said).toContain('0999_next')
  spawnSync('sh', [
    '-ec',
    `rm -rf ${data()}/* && cp -a ${target}/before/. ${data()} && chown -R ${image.uid} ${data()}`,
  ])
  const back = await started(image)
  await back.healthy()
  expect(await back.stop()).toBe(0)
})
