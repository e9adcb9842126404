import { BlockList, isIP } from 'node:net'
import type { Middleware } from 'koa'

/** The address a request came from: its peer, and what stands in its X-Forwarded-For. */
export type SourceOf = (peer: string, forwarded: string) => string

/**
 * Whoever sends a request may write into that header what he likes. Only what a proxy of ours added is believed, so it is
 * read from the right, up to the first address that is no proxy's.
 */
export function sourceOf(proxies: readonly string[]): SourceOf {
  const ours = listOf(proxies)
  const isOurs = (address: string): boolean => ours.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (peer, forwarded) => {
    let source = plain(peer)
    for (const address of forwarded.split(',').map(plain).toReversed()) {
      if (isIP(source) === 0 || !isOurs(source) || isIP(address) === 0) break
      source = address
    }
    return source
  }
}

/** Everything behind it counts by where a request really came from. */
export function knowsSource(proxies: readonly string[]): Middleware {
  const source = sourceOf(proxies)
  return (ctx, next) => {
    ctx.request.ip = source(ctx.req.socket.remoteAddress ?? '', ctx.get('x-forwarded-for'))
    return next()
  }
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, Number(bits), kind)
  }
  return list
}

/** A socket that listens for both kinds says `::ffff:127.0.0.1`. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=[\d.]+$)/iu, '')
