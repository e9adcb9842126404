/**
 * `npx tsx scripts/rehearse-image.ts [folder]`: what the Dockerfile does, in a folder and without a container engine, all of it,
 * `npm ci` and the compiling included (several minutes). Ends with the started program answering its health check.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { rehearse } from './image/rehearse.ts'
import { startOf } from './image/start.ts'

const context = process.argv[2] ?? dirname(import.meta.dirname)
const target = mkdtempSync(join(tmpdir(), 'shaozi-image-'))
const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`)

try {
  const image = rehearse({ context, target, say })
  const { file, args, options } = startOf(image, { PORT: '3987', HOST: '127.0.0.1', DEMO_STORY: 'none' })
  const program = spawn(file, args, { ...options, stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => void program.once('exit', () => resolve()))
  const healthy = isHealthy(image, options.env)
  say(healthy ? 'the program answers its health check' : 'the program does not answer its health check')
  program.kill('SIGTERM')
  await ended
  process.exitCode = healthy ? 0 : 1
} finally {
  rmSync(target, { recursive: true, force: true })
}

function isHealthy(image: ReturnType<typeof rehearse>, env: NodeJS.ProcessEnv): boolean {
  const [file = '', ...args] = image.health
  for (let left = 60; left > 0; left -= 1) {
    if (spawnSync(file, args, { env }).status === 0) return true
    spawnSync('sleep', ['1'])
  }
  return false
}
