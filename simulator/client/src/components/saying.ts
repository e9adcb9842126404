import { ref } from 'vue'
import * as api from '../api.ts'
import type { Chat } from '../chats.ts'
import { live } from '../live.ts'
import { attempt } from '../toasts.ts'
import { words } from '../wording.ts'

export type Said = Readonly<{
  text: string
  quote?: string
  files?: readonly Readonly<{ name: string; base64: string }>[]
  voice?: boolean
  /** in a group: call the bot by name (default), or talk among people */
  mention?: boolean
}>
export type Send = (said: Said) => Promise<boolean>

/** Sends as this phone's owner into the chat that is open; true when the simulator took it. */
export function useSaying(userid: () => string, chat: () => Chat | undefined) {
  const sending = ref(false)
  const send: Send = async ({ mention = true, text, ...rest }) => {
    const where = chat()
    if (!where || sending.value) return false
    const called = where.group && mention ? `${words.mention(live.botName)} ${text}`.trimEnd() : text
    sending.value = true
    const done = await attempt(() =>
      api.say({ userid: userid(), ...(where.group ? { chatid: where.id } : {}), text: called, ...rest }),
    )
    sending.value = false
    return done
  }
  return { sending, send }
}
