import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Context as KoaContext } from 'koa'

const OWN = new BlockList()
OWN.addSubnet('127.0.0.0', 8, 'ipv4')
OWN.addAddress('::1', 'ipv6')

/**
 * Who may see how the machine is inside: whoever sits at it, or shows the token. What a proxy nobody told us of passed on
 * comes from this machine as well, and is a stranger's.
 */
export function isInside(koa: KoaContext, token: string | null, behindProxy: boolean): boolean {
  const isPassedOn = koa.get('x-forwarded-for') !== '' && !behindProxy
  if (!isPassedOn && OWN.check(koa.ip, isIP(koa.ip) === 6 ? 'ipv6' : 'ipv4')) return true
  const shown = /^Bearer (\S+)$/u.exec(koa.get('authorization'))?.[1]
  return token !== null && shown !== undefined && timingSafeEqual(hashOf(shown), hashOf(token))
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
