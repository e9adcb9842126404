import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { severalOf } from '../../jobs/redis/several.ts'
import { withoutSecrets } from '../../jobs/redis/source.ts'
import { find, services } from '../services/ensure.ts'
import { ensureRedis } from '../services/redis.ts'
import { bed, notice } from './bed.ts'

async function server(...settings: readonly string[]) {
  const redis = await ensureRedis(undefined, ...settings)
  onTestFinished(redis.stop)
  return redis
}

async function ask(url: string, ...words: readonly string[]): Promise<unknown> {
  const client = new Redis(url)
  try {
    return await client.call(words[0] ?? '', ...words.slice(1))
  } finally {
    client.disconnect()
  }
}

/** A sentinel is the same program with a file of settings, which it rewrites. */
async function sentinelOf(master: number): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const folder = mkdtempSync(join(tmpdir(), 'shaozi-sentinel-'))
  const file = join(folder, 'sentinel.conf')
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor village 127.0.0.1 ${master} 1`,
    'sentinel down-after-milliseconds village 500',
    'sentinel failover-timeout village 3000',
  ]
  writeFileSync(file, `${settings.join('\n')}\n`)
  const sentinel = spawn(find(services.redis) ?? '', [file, '--sentinel'], { stdio: 'ignore' })
  onTestFinished(() => {
    sentinel.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  await vi.waitUntil(
    () =>
      ask(`redis://127.0.0.1:${port}`, 'PING').then(
        () => true,
        () => false,
      ),
    5_000,
  )
  return port
}

describe('the address of several Redis servers', () => {
  it('says which they are and how they are asked', () => {
    expect(severalOf('redis://127.0.0.1:6379')).toBeNull()
    expect(severalOf('redis+sentinel://:p%40ss@a:26380,b/village/2?sentinelPassword=s')).toEqual({
      kind: 'sentinel',
      tls: false,
      username: null,
      password: 'p@ss',
      nodes: [
        { host: 'a', port: 26_380 },
        { host: 'b', port: 26_379 },
      ],
      master: 'village',
      db: 2,
      sentinelPassword: 's',
    })
    expect(severalOf('rediss+cluster://u:p@[::1]:7000,c')).toMatchObject({
      kind: 'cluster',
      tls: true,
      username: 'u',
      nodes: [
        { host: '::1', port: 7000 },
        { host: 'c', port: 6379 },
      ],
    })
  })

  it('is shown without its passwords', () => {
    expect(withoutSecrets('redis+sentinel://u:secret@a:1,b:2/village?sentinelPassword=secret')).toBe(
      'sentinel a:1, b:2',
    )
  })
})

describe('the queues', () => {
  it('run on a cluster', async () => {
    const redis = await server('--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1')
    await ask(redis.url, 'CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
    await vi.waitUntil(async () => String(await ask(redis.url, 'CLUSTER', 'INFO')).includes('cluster_state:ok'), 5_000)
    const b = await bed({ redis: `redis+cluster://127.0.0.1:${redis.port}` })
    expect(b.jobs.state()).toMatchObject({ mode: 'bullmq', redis: 'ok', where: `cluster 127.0.0.1:${redis.port}` })
    await b.commit(notice(b.ctx.now(), { key: 'now' }))
    await b.commit(notice(b.ctx.now(), { key: 'soon', dueAt: new Date(b.ctx.now().getTime() + 300) }))
    await b.until('both are delivered', () => b.sent.length === 2)
    expect(b.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })

  it('follow the sentinels to the new master when the old one dies, and lose nothing', async () => {
    const master = await server()
    await server('--replicaof', '127.0.0.1', `${master.port}`)
    const sentinel = await sentinelOf(master.port)
    await vi.waitUntil(
      async () =>
        JSON.stringify(await ask(`redis://127.0.0.1:${sentinel}`, 'SENTINEL', 'REPLICAS', 'village')) !== '[]',
      15_000,
    )
    const b = await bed({ redis: `redis+sentinel://127.0.0.1:${sentinel}/village` })
    expect(b.jobs.mode()).toBe('bullmq')
    await b.commit(notice(b.ctx.now(), { key: 'before' }))
    await b.until('it is delivered', () => b.keys().includes('before'))
    await master.stop()
    await b.commit(notice(b.ctx.now(), { key: 'meanwhile' }))
    await b.until('it is delivered all the same', () => b.keys().includes('meanwhile'))
    await b.until('it has seen that Redis was away', () => b.jobs.mode() === 'local')
    await b.until('it works with the new master', () => b.jobs.mode() === 'bullmq', 20_000)
    await b.commit(notice(b.ctx.now(), { key: 'after' }))
    await b.until('it is delivered', () => b.keys().includes('after'))
    expect(b.keys().toSorted()).toEqual(['after', 'before', 'meanwhile'])
    expect(b.log.filter(({ level }) => level === 'error')).toEqual([])
  })
})
