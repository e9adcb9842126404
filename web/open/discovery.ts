import type { Context as KoaContext } from 'koa'
import { dayOf } from '../../domain/calendar/zone.ts'
import { OPEN } from '../wording/open.ts'
import { instantOf, type Fields } from './format.ts'
import type { OpenPort } from './port.ts'
import { serviceFields, servicesOf } from './services.ts'

const FORMATS = ['text/xml', 'application/json']

export type Discovery = (ctx: KoaContext, port: OpenPort, base: string) => Fields

/**
 * Service discovery (wiki.open311.org/Service_Discovery). The changeset tells clients to read the services anew: it moves
 * when the list did, and at a start, where nobody knows what the list was before.
 */
export function discoveries(): Discovery {
  let known = ''
  let since = new Date(0)
  const changed = (port: OpenPort): string | null => {
    const now = port.now()
    const list = JSON.stringify(port.towns().map((town) => servicesOf(town, dayOf(now)).map(serviceFields)))
    if (list !== known) since = now
    known = list
    return instantOf(since)
  }
  return (ctx, port, base) => {
    const changeset = changed(port)
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${port.publicUrl ?? addressOf(ctx)}${base}`,
      changeset,
      type: 'production',
      formats: FORMATS,
    }
    const contact = OPEN.contact(port.towns().map(({ name }) => name))
    return { changeset, contact, key_service: OPEN.keyService, endpoints: [endpoint] }
  }
}

/** A name, an IPv4 or an IPv6 address, and a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/i

/** Where the client reached us; a header that is no address is not repeated to anybody. */
function addressOf({ protocol, host, req: { socket } }: KoaContext): string {
  if (HOST.test(host)) return `${protocol}://${host}`
  const { localAddress = '127.0.0.1', localPort = 80 } = socket
  return `${protocol}://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`
}
