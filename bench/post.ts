import { once } from 'node:events'
import { encrypt, getSignature } from '@wecom/crypto'
import { Pool } from 'undici'
import { share } from './ack.ts'
import { message } from './town.ts'

export const APP = {
  ...{ token: 'BenchToken123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', corpId: 'ww-bench-corp' },
} as const

export type Posted = Readonly<{ count: number; perSecond: number; p50: number; p99: number; refused: number }>

/** The platform opens many connections. */
const CONNECTIONS = 50

type Request = Readonly<{ path: string; body: string }>

/** One encrypted callback, as the platform posts it. */
function request(n: number): Request {
  const { from, content } = message(n)
  const fields = {
    ...{ ToUserName: APP.corpId, FromUserName: from, CreateTime: Math.floor(Date.now() / 1000), MsgType: 'text' },
    ...{ Content: content.kind === 'text' ? content.text : '', MsgId: 7_000_000_000 + n, AgentID: 1000002 },
  }
  const plain = Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${String(value)}]]></${name}>`)
  const encrypted = encrypt(APP.aesKey, `<xml>${plain.join('')}</xml>`, APP.corpId)
  const timestamp = `${Math.floor(Date.now() / 1000)}`
  const signature = getSignature(APP.token, timestamp, `nonce${n}`, encrypted)
  return {
    path: `/wecom/callback?msg_signature=${signature}&timestamp=${timestamp}&nonce=nonce${n}`,
    body: `<xml><ToUserName><![CDATA[${APP.corpId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  }
}

/** Posts so many, as fast as they are acknowledged. */
async function post(url: string, requests: readonly Request[]): Promise<Posted> {
  const pool = new Pool(url, { connections: CONNECTIONS })
  const took: number[] = []
  let refused = 0
  let next = 0
  const lane = async (): Promise<void> => {
    for (let one = requests[next++]; one; one = requests[next++]) {
      const from = performance.now()
      const { statusCode, body } = await pool.request({ ...one, method: 'POST' })
      await body.dump()
      took.push(performance.now() - from)
      if (statusCode !== 200) refused += 1
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const seconds = (performance.now() - from) / 1000
  await pool.close()
  const count = requests.length
  return { count, perSecond: Math.round(count / seconds), p50: share(took, 0.5), p99: share(took, 0.99), refused }
}

if (process.argv[1] === import.meta.filename) {
  const [url = '', count = '0'] = process.argv.slice(2)
  const requests = Array.from({ length: Number(count) }, (_, n) => request(n))
  process.send?.('ready')
  await once(process, 'message')
  const found = await post(url, requests)
  process.send?.(found, () => process.exit(0))
}
