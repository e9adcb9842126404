import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startWeb } from '../../../web/server.ts'
import type { House } from '../house.ts'

export const API_KEY = 'a-key-nobody-has-0123456789'
const sha256 = createHash('sha256').update(API_KEY).digest('hex')

/** The environment of a house that lets one system hand in. */
export async function openEnv(): Promise<Record<string, string>> {
  const file = join(await mkdtemp(join(tmpdir(), 'shaozi-open-')), 'keys.txt')
  await writeFile(file, `# who may hand in\nhotline-app sha256:${sha256}\n`)
  return { OPEN_DATA: 'on', OPEN311_KEYS: file }
}

export type Answer = Readonly<{ status: number; type: string; text: string; headers: Headers; json(): unknown }>

/** The house as other systems see it, over HTTP. */
export type Outside = Readonly<{
  get(path: string): Promise<Answer>
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** the body, asked with another Host than ours */
  asHost(host: string, path: string): Promise<string>
  /** every byte that was ever answered */
  seen(): string
}>

export async function outsideOf(house: House): Promise<Outside> {
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    log: house.core.ctx.log,
    ready: () => house.core.web.ready(),
    measure: () => house.core.web.measure(),
    limiters: house.core.web.limiters,
    trustedProxy: house.core.web.trustedProxy,
    metricsToken: house.core.web.metricsToken,
    open: () => house.core.web.open(),
    desk: house.core.web.desk,
    mounts: [],
  })
  onTestFinished(() => web.close())
  const all: string[] = []
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(`${web.url}${path}`, init)
    const text = await response.text()
    all.push(text, JSON.stringify([...response.headers]))
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, text, headers: response.headers, json: () => JSON.parse(text) as unknown }
  }
  return {
    get: (path) => ask(path),
    post: (path, fields, headers = {}) => ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    asHost: (host, path) =>
      new Promise((resolve, reject) => {
        request(`${web.url}${path}`, { headers: { Host: host } }, (answer) => {
          answer
            .setEncoding('utf8')
            .toArray()
            .then((parts) => resolve(parts.join('')), reject)
        })
          .on('error', reject)
          .end()
      }),
    seen: () => all.join('\n'),
  }
}
