import type { Recipient } from '../../domain/recipient.ts'
import type { Town } from '../../domain/town.ts'

/** How the platform addresses a chat; `person` is the userid in a single chat, else null. */
export type Address = Readonly<{ chatid: string; chatType: 1 | 2; person: string | null }>

const single = (userid: string): Address => ({ chatid: userid, chatType: 1, person: userid })
const group = (chatid: string): Address => ({ chatid, chatType: 2, person: null })

/** Where a recipient is reached through the AI bot, or null where he is not. */
export function addressOf(to: Recipient, towns: readonly Town[]): Address | null {
  if (to.kind === 'person') return to.userid ? single(to.userid) : null
  // a customer of the customer service is nobody here
  if (to.kind === 'chat' && to.chat.via === 'kf') return null
  if (to.kind === 'chat') return to.chat.type === 'single' ? single(to.chat.id) : group(to.chat.id)
  const chatid = towns.flatMap((t) => t.groups).find((g) => g.id === to.id && g.aibotChatid)?.aibotChatid
  return chatid ? group(chatid) : null
}

/** Userids as the configuration spells them: the platform does not mind their case. */
export function speller(towns: readonly Town[]): (userid: string) => string {
  const known = new Map(towns.flatMap((t) => t.people).map((p) => [p.userid.toLowerCase(), p.userid]))
  return (userid) => known.get(userid.toLowerCase()) ?? userid
}
