import { Agent, FormData, request, type Dispatcher } from 'undici'
import type { BotLog } from '../log.ts'
import { fileName } from '../media/name.ts'
import type { Answer, Download, UploadFile, WecomApi } from './answer.ts'
import { makeBreaker } from './breaker.ts'
import { makeTokens, type TokenStore } from './token.ts'
import { readAnswer, whyNot } from './transport.ts'

export type ApiOptions = Readonly<{
  /** https://qyapi.weixin.qq.com */
  base: string
  corpId: string
  secret: string
  agentId: number | null
  tokens: TokenStore
  now(): Date
  log: BotLog
  /** ms for a whole call */
  timeout?: number
}>

type Query = Readonly<Record<string, string>>
type Asked = Readonly<{ path: string; query: Query }>
type Ask = Asked & Readonly<{ body?: string | FormData; json: boolean }>

const TIMEOUT = 10_000
/** Node keeps an idle connection 5 s: ours are given up before the other side may have. */
const IDLE = 4_000
/** These say that the token is over, or was made with another secret. */
const STALE: readonly number[] = [40014, 42001, 40001]
/** The platform says that it is called too often: what it counts together is left alone for so many ms. */
const TOO_OFTEN: readonly number[] = [45009, 45011, 45033, 45047]
const PAUSE = 60_000

/** WeCom's REST interface for one app: one token for all, renewed once where it is over; a breaker where nobody answers. */
export function makeApi(options: ApiOptions): WecomApi {
  const { base, corpId, secret, now, timeout = TIMEOUT } = options
  const agent = new Agent({ connect: { timeout: timeout / 2 }, keepAliveTimeout: IDLE, connections: 32 })
  const breaker = makeBreaker()
  const paused = new Map<string, Date>()
  const tokens = makeTokens({
    store: options.tokens,
    now,
    ask: () => exchange({ path: 'gettoken', query: { corpid: corpId, corpsecret: secret }, json: true }),
  })

  function send({ path, query, body, json }: Ask): Promise<Dispatcher.ResponseData> {
    const url = `${base}/cgi-bin/${path}?${new URLSearchParams(query).toString()}`
    return request(url, {
      dispatcher: agent,
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body }),
      ...(json && body !== undefined ? { headers: { 'content-type': 'application/json; charset=utf-8' } } : {}),
      signal: AbortSignal.timeout(timeout),
    })
  }

  async function exchange(ask: Ask): Promise<Answer> {
    const shut = until(ask)
    if (shut) return shut
    const answer = await send(ask).then(readAnswer, (error: unknown) => whyNot(error, now()))
    note(ask, answer)
    return answer
  }

  function until(ask: Asked): Extract<Answer, { kind: 'unsent' }> | null {
    const pause = paused.get(countedAs(ask))
    if (pause && pause > now()) return { kind: 'unsent', reason: 'called too often a moment ago', until: pause }
    const open = breaker.shut(now())
    return open && { kind: 'unsent', reason: 'the platform did not answer lately', until: open }
  }

  function note(ask: Asked, answer: Answer): void {
    breaker.note(answer.kind === 'ok' || answer.kind === 'answered', now())
    const tooOften = answer.kind === 'answered' && TOO_OFTEN.includes(answer.code)
    if (tooOften) paused.set(countedAs(ask), new Date(now().getTime() + PAUSE))
  }

  /** With the token; once more with a new one where it was over. */
  async function withToken<B>(act: (token: string) => Promise<Answer<B>>): Promise<Answer<B>> {
    const first = await tokens.get()
    if (!first.ok) return { kind: 'unsent', reason: first.reason, until: first.until }
    const answer = await act(first.token)
    if (answer.kind !== 'answered' || !STALE.includes(answer.code)) return answer
    const second = await tokens.get(first.token)
    if (!second.ok) return { kind: 'unsent', reason: second.reason, until: second.until }
    return act(second.token)
  }

  async function fetchFile(mediaId: string, token: string): Promise<Answer<Download>> {
    const asked = { path: 'media/get', query: { access_token: token, media_id: mediaId } }
    const shut = until(asked)
    if (shut) return shut
    try {
      const response = await send({ ...asked, json: false })
      const type = String(response.headers['content-type'] ?? '')
      if (response.statusCode === 200 && !/json|text\/plain/i.test(type)) {
        breaker.note(true, now())
        return { kind: 'ok', body: { body: response.body, name: fileName(response.headers['content-disposition']) } }
      }
      const answer = await readAnswer(response)
      note(asked, answer)
      return answer.kind === 'ok' ? { kind: 'unclear', reason: 'no file in the answer' } : answer
    } catch (error) {
      const answer = whyNot(error, now())
      note(asked, answer)
      return answer
    }
  }

  return {
    call: (path, { query = {}, body } = {}) =>
      withToken((token) =>
        exchange({
          path,
          query: { ...query, access_token: token },
          json: true,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    open: (path, { query, body }) => exchange({ path, query, json: true, body: JSON.stringify(body) }),
    upload: (kind, file) =>
      withToken((token) =>
        exchange({ path: 'media/upload', query: { access_token: token, type: kind }, json: false, body: formOf(file) }),
      ),
    uploadForRobot: (key, kind, file) =>
      exchange({ path: 'webhook/upload_media', query: { key, type: kind }, json: false, body: formOf(file) }),
    download: (mediaId) => withToken((token) => fetchFile(mediaId, token)),
    state() {
      const trouble = tokens.trouble() ?? (breaker.open(now()) ? 'the platform did not answer lately' : null)
      return { up: trouble === null, detail: trouble ?? 'ready' }
    },
    close: () => agent.destroy(),
  }
}

/** Calls are counted by path; those of group robots by robot. */
const countedAs = ({ path, query }: Asked): string => `${path} ${query['key'] ?? ''}`

function formOf({ name, mime, data }: UploadFile): FormData {
  const form = new FormData()
  form.append('media', new Blob([new Uint8Array(data)], { type: mime }), name)
  return form
}
