import { parse } from '../../domain/command/parse.ts'
import type { Content } from '../../domain/inbound.ts'
import { field } from '../text/received.ts'
import type { AppMessage } from './plain.ts'

/** What the contacts call a member who left. */
const LEFT = '5'

/** What an event of the app means. */
export function eventContent(message: AppMessage, spell: (userid: string) => string): Content {
  switch (message.Event) {
    case 'enter_agent':
      return { kind: 'enter' }
    case 'click':
      return menuContent(message)
    case 'template_card_event':
    case 'template_card_menu_event':
      return cardContent(message)
    case 'change_contact':
      return contactContent(message, spell)
    default:
      return unknown(message)
  }
}

const unknown = ({ Event: type }: AppMessage): Content => ({
  kind: 'unknown',
  type: `event:${field(type ?? '', 60)}`,
})

function cardContent(message: AppMessage): Content {
  if (!message.EventKey) return unknown(message)
  return { kind: 'click', key: field(message.EventKey, 1024), cardId: field(message.TaskId ?? '', 128) }
}

/** An item of the app's own menu is one of our words, or none of our business. */
function menuContent(message: AppMessage): Content {
  const words = field(message.EventKey ?? '', 60).trim()
  const known = ['command', 'greeting'].includes(parse(words, null, 'staff').kind)
  return known ? { kind: 'text', text: words, quote: null } : unknown(message)
}

function contactContent(message: AppMessage, spell: (userid: string) => string): Content {
  const { ChangeType: change, Status: status, UserID: userid } = message
  const left = change === 'delete_user' || (change === 'update_user' && status === LEFT)
  return left && userid ? { kind: 'left', userid: spell(userid) } : unknown(message)
}
