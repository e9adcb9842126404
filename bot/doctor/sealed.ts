import { randomBytes } from 'node:crypto'
import { encrypt, getSignature } from '@wecom/crypto'

export type Seal = Readonly<{ corpId: string; token: string; aesKey: string }>

/** The query of a request as WeCom makes it when the URL is saved in the console, and the word it wants to hear back. */
export function checkQuery(seal: Seal, now: Date): Readonly<{ query: URLSearchParams; echo: string }> {
  const echo = randomBytes(10).toString('hex')
  const { query, sealed } = sign(seal, echo, now)
  query.set('echostr', sealed)
  return { query, echo }
}

/** A message as WeCom posts it. */
export function messageRequest(seal: Seal, xml: string, now: Date): Readonly<{ query: URLSearchParams; body: Buffer }> {
  const { query, sealed } = sign(seal, xml, now)
  const body = `<xml><ToUserName><![CDATA[${seal.corpId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
  return { query, body: Buffer.from(body) }
}

function sign({ corpId, token, aesKey }: Seal, text: string, now: Date) {
  const sealed = encrypt(aesKey, text, corpId)
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomBytes(8).toString('hex')
  const signature = getSignature(token, timestamp, nonce, sealed)
  return { sealed, query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }) }
}
