import { createHmac } from 'node:crypto'

/** `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "t.body">`: the receiver takes nothing whose `t` is more than five minutes off. */
export function signature(secret: string, at: Date, body: string): string {
  const t = Math.floor(at.getTime() / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
