import { z } from 'zod'

const text = z.string().optional().catch(undefined)
const number = z.number().optional().catch(undefined)

const event = z.looseObject({
  event_type: text,
  external_userid: text,
  scene: text,
  scene_param: text,
  welcome_code: text,
  recall_msgid: text,
  fail_msgid: text,
  fail_type: number,
})

/** What a message keeps in the object named after its type. */
const payload = z.looseObject({
  content: text,
  menu_id: text,
  media_id: text,
  latitude: number,
  longitude: number,
  name: text,
  address: text,
  title: text,
  url: text,
})

const item = z.looseObject({
  msgid: text,
  external_userid: text,
  send_time: number,
  origin: number,
  msgtype: text,
  event: event.optional().catch(undefined),
})

/** One item of sync_msg, read forgivingly: a field of an unexpected type counts as absent. */
export type KfItem = z.infer<typeof item>
export type KfEvent = z.infer<typeof event>
export type KfPayload = z.infer<typeof payload>

export function readItem(raw: unknown): KfItem | null {
  const read = item.safeParse(raw)
  return read.success ? read.data : null
}

export function payloadOf(item: KfItem): KfPayload {
  const read = payload.safeParse(item[item.msgtype ?? ''])
  return read.success ? read.data : {}
}
