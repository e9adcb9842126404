import { startWeb, type Web } from '../../../web/server.ts'
import { makeLog } from '../../../log.ts'
import type { House } from '../house.ts'
import { textOf } from '../house.ts'

export type Answer = Readonly<{ status: number; body: unknown; headers: Headers }>

/** The pages of a house, served over HTTP. */
export async function openPages(house: House): Promise<Web> {
  const log = makeLog('error', (line) => void house.errors.push(line))
  return startWeb({ host: '127.0.0.1', port: 0, log, ...house.core.web, mounts: [] })
}

/** A browser without a window: it keeps its cookie and sends what a page sends. */
export class Visitor {
  readonly #web: Web
  readonly #headers: Readonly<Record<string, string>>
  readonly #jar = new Map<string, string>()

  /** `headers` = what it sends with everything: what it is, what a proxy adds */
  constructor(web: Web, headers: Readonly<Record<string, string>> = {}) {
    this.#web = web
    this.#headers = headers
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  set cookie(text: string) {
    const [name = '', value = ''] = text.split(/=(.*)/s)
    if (value === '') this.#jar.delete(name)
    else this.#jar.set(name, value)
  }

  /** Signs in as somebody of the township, with the code the bot sends to his phone. */
  async signIn(house: House, userid: string): Promise<this> {
    await house.connected()
    await this.post('/api/sign-in/code', { who: userid })
    await house.settled()
    const code = /\d{6}/.exec(textOf(house.expects(userid, '验证码')))?.[0] ?? ''
    const { status } = await this.post('/api/sign-in', { who: userid, code })
    if (status !== 200) throw new Error(`${userid} could not sign in`)
    return this
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path)
  }

  post(path: string, body: object = {}): Promise<Answer> {
    return this.ask('POST', path, body)
  }

  put(path: string, body: object = {}): Promise<Answer> {
    return this.ask('PUT', path, body)
  }

  async ask(
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = { 'X-Shaozi': '1' },
  ): Promise<Answer> {
    const answer = await fetch(`${this.#web.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...this.#headers, ...headers, ...(this.cookie ? { Cookie: this.cookie } : {}) },
      ...(body && method !== 'GET' ? { body: JSON.stringify(body) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) this.cookie = line.split(';', 1)[0] ?? ''
    const text = await answer.text()
    return { status: answer.status, body: isJson(answer) ? JSON.parse(text) : text, headers: answer.headers }
  }
}

const isJson = (answer: Response): boolean => answer.headers.get('content-type')?.includes('json') ?? false
