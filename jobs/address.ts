import type { OutboxRow } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'

/** Names the chat a row goes to: one person or one group has one name, however the row addresses it. */
export function chatNames(towns: readonly Town[]): (row: OutboxRow) => string {
  const chatOfGroup = new Map<string, string>()
  for (const group of towns.flatMap((town) => town.groups))
    if (group.aibotChatid) chatOfGroup.set(group.id, group.aibotChatid)
  return ({ to }) => {
    if (to.kind === 'person') return `person ${to.userid}`
    if (to.kind === 'group') return `group ${chatOfGroup.get(to.id) ?? to.id}`
    if (to.kind === 'hook') return `hook ${to.town} ${to.id}`
    return `${to.chat.type === 'single' ? 'person' : 'group'} ${to.chat.id}`
  }
}
