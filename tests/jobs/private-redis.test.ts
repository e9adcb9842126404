import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Log } from '../../context.ts'
import { findRedis } from '../../jobs/redis/find.ts'
import { listens } from '../../jobs/redis/socket.ts'
import { externalRedis, withoutSecrets, type RedisSource } from '../../jobs/redis/source.ts'
import { ensure, find, services } from '../services/ensure.ts'
import { eventually } from './eventually.ts'

const said: string[] = []
const log: Log = {
  debug() {},
  info: (_, m) => void said.push(m),
  warn: (_, m) => void said.push(m),
  error() {},
  child: () => log,
}

function dataFolder(name = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

async function found(dataDir: string): Promise<RedisSource> {
  ensure([services.redis])
  const source = await findRedis({ redisUrl: null, dataDir, log })
  if (!source) throw new Error('no private Redis')
  onTestFinished(source.close)
  return source
}

async function ask<T>(
  source: RedisSource,
  question: (client: ReturnType<RedisSource['connect']>) => Promise<T>,
): Promise<T> {
  const client = source.connect({ maxRetriesPerRequest: 1, connectTimeout: 1_000 })
  client.on('error', () => undefined)
  try {
    return await question(client)
  } finally {
    client.disconnect()
  }
}

const pidOf = (source: RedisSource) =>
  ask(source, async (client) => Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]))
const setting = (source: RedisSource, name: string) =>
  ask(source, async (client) => (await client.config('GET', name)) as string[])
const socketOf = (source: RedisSource) => source.label.replace('private ', '')

describe('the private Redis', () => {
  it('listens on a socket only its owner may use, keeps a log, evicts nothing and has no port', async () => {
    const dataDir = dataFolder()
    const source = await found(dataDir)
    expect(socketOf(source)).toBe(join(dataDir, 'redis', 'redis.sock'))
    expect(await setting(source, 'port')).toEqual(['port', '0'])
    expect(await setting(source, 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
    expect(await setting(source, 'appendonly')).toEqual(['appendonly', 'yes'])
    expect(await setting(source, 'appendfsync')).toEqual(['appendfsync', 'everysec'])
    for (const name of ['', ...readdirSync(join(dataDir, 'redis'), { recursive: true }).map(String)])
      expect(statSync(join(dataDir, 'redis', name)).mode & 0o077).toBe(0)
  })

  it('ends with us when we end in order', async () => {
    const source = await found(dataFolder())
    const pid = await pidOf(source)
    await source.close()
    expect(await listens(socketOf(source))).toBe(false)
    await eventually('the process ends', () => !alive(pid))
  })

  it('goes with us where we end at once, without closing in order', async () => {
    const dataDir = dataFolder()
    ensure([services.redis])
    const crasher = join(import.meta.dirname, 'crasher.ts')
    const us = spawn(process.execPath, ['--import', 'tsx', crasher, dataDir, 'end'], { stdio: 'pipe' })
    const [label] = (await once(us.stdout, 'data')) as [Buffer]
    expect(String(label)).toContain('private')
    expect((await once(us, 'exit'))[0]).toBe(1)
    await eventually('nobody listens', async () => !(await listens(join(dataDir, 'redis', 'redis.sock'))))
  })

  it('is found again after we were killed, with what it held', async () => {
    const dataDir = dataFolder()
    const us = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'crasher.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(us.stdout, 'data')
    us.kill('SIGKILL')
    await once(us, 'exit')
    const socket = join(dataDir, 'redis', 'redis.sock')
    expect(await listens(socket)).toBe(true)
    said.length = 0
    const source = await found(dataDir)
    expect(said).toContain('the private Redis of an earlier run was found again')
    const pid = await pidOf(source)
    await source.close()
    await eventually('the process ends', () => !alive(pid))
  })

  it('is started again when it dies, and still knows what it was told a second before', async () => {
    const source = await found(dataFolder())
    const pid = await pidOf(source)
    await ask(source, (client) => client.set('kept', 'yes'))
    await eventually('its log is on the disk', async () =>
      (await ask(source, (client) => client.info('persistence'))).includes('aof_pending_bio_fsync:0'),
    )
    process.kill(pid, 'SIGKILL')
    await eventually(
      'it is there again',
      async () => (await listens(socketOf(source))) && ![pid, 0].includes(await pidOf(source).catch(() => 0)),
    )
    expect(await ask(source, (client) => client.get('kept'))).toBe('yes')
  })

  it('starts empty when its log cannot be read', async () => {
    const dataDir = dataFolder()
    mkdirSync(join(dataDir, 'redis', 'appendonlydir'), { recursive: true })
    writeFileSync(join(dataDir, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), 'this is no manifest\n')
    expect(await pidOf(await found(dataDir))).toBeGreaterThan(0)
  })

  it('has a short socket when the data folder lies deep', async () => {
    const dataDir = dataFolder(join('a'.repeat(60), '镇'.repeat(20)))
    const source = await found(dataDir)
    expect(Buffer.byteLength(socketOf(source))).toBeLessThanOrEqual(100)
    expect(statSync(dirname(socketOf(source))).mode & 0o077).toBe(0)
    await source.close()
    rmSync(dirname(socketOf(source)), { recursive: true })
  })

  it('is not taken from another data folder that happens to have our socket', async () => {
    const dataDir = dataFolder()
    const other = await found(dataFolder())
    mkdirSync(join(dataDir, 'redis'), { recursive: true })
    symlinkSync(socketOf(other), join(dataDir, 'redis', 'redis.sock'))
    expect(await findRedis({ redisUrl: null, dataDir, log })).toBeNull()
  }, 20_000)
})

describe('where Redis comes from', () => {
  it('is nowhere when there is no server program, or none is wanted', async () => {
    expect(await findRedis({ redisUrl: null, dataDir: dataFolder(), log, path: '/nowhere' })).toBeNull()
    expect(await findRedis({ redisUrl: 'none', dataDir: dataFolder(), log })).toBeNull()
  })

  it('is valkey-server where that is what is installed', async () => {
    ensure([services.redis])
    const bin = dataFolder('bin')
    mkdirSync(bin, { recursive: true })
    symlinkSync(find(services.redis) ?? '', join(bin, 'valkey-server'))
    const source = await findRedis({ redisUrl: null, dataDir: dataFolder(), log, path: bin })
    if (source) onTestFinished(source.close)
    expect(source?.kind).toBe('private')
  })

  it('is no program that cannot run: the work is done in process then', async () => {
    const bin = dataFolder('bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, 'redis-server'), '#!/bin/sh\nexit 1\n')
    chmodSync(join(bin, 'redis-server'), 0o755)
    expect(await findRedis({ redisUrl: null, dataDir: dataFolder(), log, path: bin })).toBeNull()
  }, 20_000)

  it('is the URL where one is given, and its secrets stay out of the label', () => {
    expect(externalRedis('redis://127.0.0.1:1/2').label).toBe('redis://127.0.0.1:1/2')
    expect(withoutSecrets('rediss://user:pa%2Fss@example.org:6380/0?password=x')).toBe('rediss://example.org:6380/0')
  })
})

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
