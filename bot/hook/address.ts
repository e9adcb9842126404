import { isIP } from 'node:net'
import { isPrivate } from '../media/address.ts'

export type CallRule = Readonly<{
  /** null where it must not be called, whatever its name resolves to */
  url(text: string): URL | null
  /** may a connection go to this resolved address? */
  allows(host: string, address: string): boolean
}>

/**
 * Whom we call: public addresses by https. `atHome` = all of it runs on this machine (the demo, the tests): then a receiver
 * on this machine may be called, too, without https.
 */
export function callRule(atHome: boolean): CallRule {
  const allows = (_host: string, address: string): boolean => !isPrivate(address) || (atHome && isLoopback(address))
  return {
    allows,
    url(text) {
      const url = URL.canParse(text) ? new URL(text) : null
      if (!url || url.username || url.password) return null
      const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
      const here = atHome && (host === 'localhost' || isLoopback(host))
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) return null
      return isIP(host) && !allows(host, host) ? null : url
    },
  }
}

const isLoopback = (address: string): boolean => /^127\.\d+\.\d+\.\d+$/.test(address) || address === '::1'
