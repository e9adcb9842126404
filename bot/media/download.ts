import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import type { AddressRule } from './address.ts'
import { MediaFault } from './fault.ts'
import { fileName } from './name.ts'

export type Download = Readonly<{
  get(url: string): Promise<Readonly<{ body: Readable; name: string | null }>>
  close(): Promise<void>
}>

/** A slow sender that never stalls for `timeout` is cut off after this many of them. */
const WHOLE = 8

/** Gets files over HTTP: no redirects, no private addresses (checked on the resolved address, at the moment of connecting). */
export function makeDownload({ rule, timeout }: Readonly<{ rule: AddressRule; timeout: number }>): Download {
  const agent = new Agent({
    connect: { timeout, lookup: guarded(rule) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connections: 4,
    keepAliveTimeout: 1000,
  })
  return {
    async get(url) {
      const { statusCode, headers, body } = await request(rule.url(url), {
        dispatcher: agent,
        signal: AbortSignal.timeout(timeout * WHOLE),
      })
      if (statusCode !== 200) {
        await body.dump({ limit: 1024 }).catch(() => undefined)
        throw statusFault(statusCode)
      }
      return { body, name: fileName(headers['content-disposition']) }
    },
    close: () => agent.destroy(),
  }
}

/** A link lives five minutes; afterwards the store answers one of these. */
function statusFault(status: number): MediaFault {
  if ([401, 403, 404, 410].includes(status)) return new MediaFault('expired', `answered ${status}`)
  if (status >= 300 && status < 400) return new MediaFault('bad-address', 'redirects are not followed')
  return new MediaFault('network', `answered ${status}`)
}

/** Resolves a name and refuses it when any of its addresses is private, so that a second answer cannot slip in. */
export function guarded(rule: Pick<AddressRule, 'allows'>): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const refused = found?.find((f) => !rule.allows(host.toLowerCase(), f.address))
      const fault = error ?? (refused ? new MediaFault('bad-address', 'a private address') : null)
      const [first] = found ?? []
      if (fault || !first) return done(fault ?? new MediaFault('network', 'no address'), [])
      if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
  }
}
