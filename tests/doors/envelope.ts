import { encrypt, getSignature } from '@wecom/crypto'

export const CORP = 'ww-test-corp'
export const CALLBACK = { token: 'TestToken123', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' } as const

export type Seal = Readonly<{ token: string; aesKey: string }>

let nonces = 0

/** One callback as the platform seals it: signed and encrypted, good for ten minutes around `at`. */
export function sealed(
  fields: Readonly<Record<string, unknown>>,
  at: Date,
  seal: Seal = CALLBACK,
): Readonly<{ query: string; body: string }> {
  const seconds = Math.floor(at.getTime() / 1000)
  const plain = Object.entries({ ToUserName: CORP, CreateTime: seconds, ...fields })
    .map(([name, value]) => `<${name}><![CDATA[${String(value)}]]></${name}>`)
    .join('')
  const encrypted = encrypt(seal.aesKey, `<xml>${plain}</xml>`, CORP)
  const nonce = `nonce${(nonces += 1)}`
  const signature = getSignature(seal.token, `${seconds}`, nonce, encrypted)
  return {
    query: `msg_signature=${signature}&timestamp=${seconds}&nonce=${nonce}`,
    body: `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  }
}
