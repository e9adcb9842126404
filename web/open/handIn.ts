import { createHash } from 'node:crypto'
import { z } from 'zod'
import { messageOf } from '../../domain/open/order.ts'
import type { HandedIn } from '../../domain/open/kinds.ts'
import { senderOf } from '../../domain/open/sender.ts'
import { outside } from '../../domain/open/within.ts'
import { toGcj } from '../../domain/route/gcj.ts'
import type { Spot } from '../../domain/route/nearest.ts'
import type { Town } from '../../domain/town.ts'
import { OPEN } from '../wording/open.ts'
import { OpenFault } from './fault.ts'
import type { Key, OpenPort } from './port.ts'
import { jurisdiction, text } from './query.ts'

/** What is taken of a form. Names, phones, addresses of accounts and pictures are not: nothing of them is read. */
export const RequestForm = z.object({
  jurisdiction_id: jurisdiction.optional(),
  service_code: text(60),
  lat: z.coerce.number().min(-90).max(90).optional(),
  long: z.coerce.number().min(-180).max(180).optional(),
  address_string: text(200).optional(),
  description: text(2000).optional(),
})

export type Handed = z.infer<typeof RequestForm>

/** Hands it in: committed when this resolves, and a case a moment later. The token is what it is asked for by. */
export async function handIn(
  port: OpenPort,
  key: Key,
  town: Town,
  service: string,
  form: Handed,
  again: string | null,
): Promise<string> {
  const token = again === null ? port.id() : tokenOf(key, again)
  const order = orderOf(form, key, town, service, token)
  const from = senderOf({ ...order, no: `${key.name} ${token}` })
  await port.receive(messageOf(order, from))
  return token
}

/** The same Idempotency-Key of the same system is the same token, and so the same case. */
const tokenOf = (key: Key, again: string): string =>
  createHash('sha256').update(key.sha256).update(again).digest('hex').slice(0, 32)

function orderOf(form: Handed, key: Key, town: Town, service: string, token: string): HandedIn {
  const { address_string: place = '' } = form
  const spot = spotIn(form, town)
  if (!spot && place === '') throw new OpenFault(400, OPEN.noPlace)
  return {
    system: 'open311',
    no: token,
    town: town.code,
    text: form.description ?? service,
    place,
    spot,
    matter: key.name,
    item: form.service_code,
    answerBy: null,
  }
}

/** In GCJ-02, as the villages are. */
function spotIn({ lat, long }: Handed, town: Town): Spot | null {
  if (lat === undefined && long === undefined) return null
  if (lat === undefined || long === undefined) throw new OpenFault(400, OPEN.halfSpot)
  const wrong = outside({ lat, lng: long }, town)
  if (wrong !== null) throw new OpenFault(400, OPEN.outside[wrong])
  return toGcj({ lat, lng: long })
}
