import type { TemplateCard, WSClient } from '@wecom/aibot-node-sdk'
import type { Enclosed } from '../door/enclosed.ts'
import type { Address } from './address.ts'

const UPDATE = 'aibot_respond_update_msg'
const WELCOME = 'aibot_respond_welcome_msg'

/** One frame to the platform; rejects as the SDK does (see `failureOf`). */
export type Post = (client: WSClient) => Promise<unknown>

const to = (reqId: string) => ({ headers: { req_id: reqId } })

/** Answers a message. The same `id` makes a repeated answer replace the first, where it is not refused as finished. */
export const answerText =
  (reqId: string, id: string, content: string): Post =>
  (client) =>
    client.reply(to(reqId), { msgtype: 'stream', stream: { id, finish: true, content } })

export const answerCard =
  (reqId: string, card: TemplateCard): Post =>
  (client) =>
    client.reply(to(reqId), { msgtype: 'template_card', template_card: card })

/** A picture or a file: kept at the platform first, then sent by its id. */
export const pushEnclosed =
  (address: Address, { as, data, name }: Enclosed): Post =>
  async (client) => {
    const { media_id: id } = await client.uploadMedia(data, { type: as, filename: name })
    const where = { chat_type: address.chatType }
    const image = { ...where, msgtype: 'image' as const, image: { media_id: id } }
    const file = { ...where, msgtype: 'file' as const, file: { media_id: id } }
    return as === 'image' ? client.sendMessage(address.chatid, image) : client.sendMessage(address.chatid, file)
  }

/** Replaces a card for everybody who sees it, which is what leaving out `userids` means. */
export const updateCard =
  (reqId: string, card: TemplateCard): Post =>
  (client) =>
    client.reply(to(reqId), { response_type: 'update_template_card', template_card: card }, UPDATE)

/** The only place where the platform takes plain text. */
export const welcome =
  (reqId: string, content: string): Post =>
  (client) =>
    client.reply(to(reqId), { msgtype: 'text', text: { content } }, WELCOME)

/** Without `chat_type` the platform looks for a group of that name first. */
export const pushText = (address: Address, content: string): Post => {
  const body = { chat_type: address.chatType, msgtype: 'markdown' as const, markdown: { content } }
  return (client) => client.sendMessage(address.chatid, body)
}

export const pushCard = (address: Address, card: TemplateCard): Post => {
  const body = { chat_type: address.chatType, msgtype: 'template_card' as const, template_card: card }
  return (client) => client.sendMessage(address.chatid, body)
}
