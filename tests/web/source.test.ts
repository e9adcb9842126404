import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../web/source.ts'

const OURS = ['127.0.0.1', '172.18.0.0/16', '::1', 'fd00::/8']

describe('the address a request came from', () => {
  it.each([
    ['a stranger says nothing', '203.0.113.9', '', '203.0.113.9'],
    ['a stranger writes the header himself', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['the proxy says', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['… and the socket listens for both kinds', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['a stranger wrote something before it', '127.0.0.1', '10.9.9.9, 198.51.100.7', '198.51.100.7'],
    ['a stranger named our proxy before it', '127.0.0.1', '127.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['two proxies, one after the other', '127.0.0.1', '1.2.3.4, 198.51.100.7, 172.18.3.4', '198.51.100.7'],
    ['another proxy that is not ours', '127.0.0.1', '198.51.100.7, 203.0.113.80', '203.0.113.80'],
    ['the proxy itself asks', '127.0.0.1', '172.18.0.2', '172.18.0.2'],
    ['the proxy says nothing', '127.0.0.1', '', '127.0.0.1'],
    ['the proxy says what is no address', '127.0.0.1', '198.51.100.7, unknown', '127.0.0.1'],
    ['by IPv6', 'fd00::5', '2001:db8::9', '2001:db8::9'],
    ['IPv4 in the words of IPv6', '::1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['no peer any more', '', '198.51.100.7', ''],
  ])('%s', (_what, peer, forwarded, source) => {
    expect(sourceOf(OURS)(peer, forwarded)).toBe(source)
  })

  it('is the peer where nobody is trusted', () => {
    expect(sourceOf([])('127.0.0.1', '198.51.100.7')).toBe('127.0.0.1')
  })
})
