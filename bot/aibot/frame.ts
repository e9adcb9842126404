import { z } from 'zod'

/**
 * A callback of the platform, read forgivingly: what we do not need may be anything, and a field of an unexpected
 * type counts as absent. Only who sent it is indispensable.
 */
const maybeText = z.string().optional().catch(undefined)
const bag = z.record(z.string(), z.unknown()).optional().catch(undefined)
const idText = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

const event = z.looseObject({
  eventtype: maybeText,
  event_key: maybeText,
  task_id: maybeText,
  template_card_event: bag,
})

const body = z.looseObject({
  msgid: idText,
  chatid: maybeText,
  chattype: maybeText,
  from: z.looseObject({ userid: z.string().min(1) }),
  create_time: idText,
  msgtype: maybeText,
  event: event.optional().catch(undefined),
  quote: bag,
})

const frame = z.looseObject({ headers: z.looseObject({ req_id: maybeText }), body })

export type Body = z.infer<typeof body>
export type Callback = Readonly<{ reqId: string | null; body: Body }>

/** Null when nobody can be named as the sender. */
export function readFrame(raw: unknown): Callback | null {
  const read = frame.safeParse(raw)
  return read.success ? { reqId: read.data.headers.req_id ?? null, body: read.data.body } : null
}

const item = z.looseObject({ msgtype: maybeText })
const part = z.looseObject({
  content: maybeText,
  url: maybeText,
  aeskey: maybeText,
  msg_item: z.array(item).optional().catch(undefined),
})
export type Part = z.infer<typeof part>

/** The object a message keeps its payload in: `text` for a text, `image` for an image. */
export function payload(message: Readonly<Record<string, unknown>>): Part | null {
  const type = message['msgtype']
  if (typeof type !== 'string') return null
  const read = part.safeParse(message[type])
  return read.success ? read.data : null
}
