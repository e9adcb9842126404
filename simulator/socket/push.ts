import { refuse } from '../codes.ts'
import type { ChatRef } from '../people.ts'
import type { Platform } from '../platform.ts'
import { required } from '../card/fields.ts'
import type { Handler } from './handler.ts'
import { readOutgoing } from './outgoing.ts'
import { show } from './show.ts'

const TYPES = ['markdown', 'template_card', 'file', 'image', 'voice', 'video']
const EITHER = 0
const SINGLE = 1
const GROUP = 2

/** aibot_send_msg: a message nobody asked for, into a chat in which the bot was spoken to before. */
export const push: Handler = (platform, { body }) => {
  const chat = target(platform, required(body, 'chatid', {}, 'chatid'), body['chat_type'] ?? EITHER)
  const said = readOutgoing(platform, body, TYPES)
  show(platform, chat, said, 'push')
  return undefined
}

/** Without a chat_type a group of that id is looked for first. Ids are taken letter by letter. */
function target(platform: Platform, id: string, type: unknown): ChatRef {
  if (type !== EITHER && type !== SINGLE && type !== GROUP) refuse('parameter', 'chat_type')
  const { people, settings } = platform
  if (type !== SINGLE && people.group(id)) {
    if (settings.groupsNeedContact && !people.hasSpoken(id)) refuse('never-wrote')
    return { type: 'group', id }
  }
  const userid = type === GROUP ? null : people.meant(id)
  if (userid === null) refuse('chatid')
  if (settings.pushNeedsContact && !people.hasSpoken(userid)) refuse('never-wrote')
  return { type: 'single', id: userid }
}
