import { z } from 'zod'

/** XML knows no numbers, and an empty element no text. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

const plain = z.looseObject({
  ToUserName: text,
  FromUserName: text,
  CreateTime: text,
  AgentID: text,
  MsgType: text,
  MsgId: text,
  Content: text,
  MediaId: text,
  Recognition: text,
  Location_X: text,
  Location_Y: text,
  Label: text,
  Title: text,
  Url: text,
  Event: text,
  EventKey: text,
  TaskId: text,
  ResponseCode: text,
  ChangeType: text,
  UserID: text,
  Status: text,
})

/** A decrypted callback of the app, read forgivingly: a field of an unexpected type counts as absent. */
export type AppMessage = z.infer<typeof plain>

export function readPlain(raw: unknown): AppMessage | null {
  const read = plain.safeParse(raw)
  return read.success ? read.data : null
}
