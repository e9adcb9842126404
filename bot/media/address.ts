import { BlockList, isIP } from 'node:net'
import { MediaFault } from './fault.ts'

/** Addresses that are not on the public internet: a link to one of them would make us fetch from inside the house. */
// two lists: in one, the rule for mapped addresses would catch every IPv4 address
const PRIVATE = { ipv4: new BlockList(), ipv6: new BlockList() } as const
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const V6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [net, bits] of V4) PRIVATE.ipv4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of V6) PRIVATE.ipv6.addSubnet(net, bits, 'ipv6')

/** Is this not an address of the public internet? What is no address at all counts as private. */
export function isPrivate(address: string): boolean {
  const family = ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address)]
  return !family || PRIVATE[family].check(address, family)
}

export type AddressRule = Readonly<{
  /** throws MediaFault for an address that must not be fetched from */
  url(text: string): URL
  /** may a connection go to this resolved address, for a URL of this host? */
  allows(host: string, address: string): boolean
}>

/** Where WeCom and WeChat keep files; subdomains included. */
const WECOM_HOSTS: readonly string[] = ['qq.com', 'qpic.cn', 'myqcloud.com', 'tencentcos.cn', 'gtimg.com']

/**
 * Where files may be fetched from: public addresses of `hosts`, which are WeCom's own, or any where the platform is on this machine. Private ones only when the platform the bot
 * is connected to is itself on this machine, or is the very host that serves the file (a simulator in its own container).
 */
export function addressRule(wsUrl: string, hosts: readonly string[] = WECOM_HOSTS): AddressRule {
  const platform = platformOf(wsUrl)
  const atHome = isAtHome(wsUrl)
  const allows = (host: string, address: string) => !isPrivate(address) || atHome || host === platform
  return {
    allows,
    url(text) {
      const url = URL.canParse(text) ? new URL(text) : null
      const host = hostOf(url)
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
        throw new MediaFault('bad-address', 'not a plain web address')
      if (!atHome && host !== platform && !hosts.some((h) => host === h || host.endsWith(`.${h}`)))
        throw new MediaFault('bad-address', 'not a host files may come from')
      if (isIP(host) && !allows(host, host)) throw new MediaFault('bad-address', 'a private address')
      return url
    },
  }
}

const platformOf = (wsUrl: string): string => hostOf(URL.canParse(wsUrl) ? new URL(wsUrl) : null)

/** Is the platform the bot is connected to on this machine, as in the demo? */
export function isAtHome(wsUrl: string): boolean {
  const platform = platformOf(wsUrl)
  return platform === 'localhost' || isLoopback(platform)
}

const hostOf = (url: URL | null): string => (url?.hostname ?? '').replace(/^\[|\]$/g, '').toLowerCase()
const isLoopback = (host: string): boolean => /^127\.\d+\.\d+\.\d+$/.test(host) || host === '::1'
