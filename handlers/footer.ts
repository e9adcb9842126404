import type { Decision } from '../domain/decision.ts'
import type { Notice, NoticeBody } from '../domain/notice.ts'
import type { Turn } from './turn.ts'

/** What begins something: there it is said. Cards have no room for it. */
const SAID_WITH: readonly NoticeBody['kind'][] = [
  'accepted',
  'accepted-several',
  'joined',
  'greeting',
  'not-understood',
  'who-handles',
  'progress-list',
]
const isWords = ({ body }: Notice): boolean => SAID_WITH.includes(body.kind)

/** 首次告知: the first answer a villager gets says what is kept of him, for what and how long. */
export async function withFooter({ ctx, row, speaker }: Turn, decision: Decision): Promise<Decision> {
  const { notices = [] } = decision
  const first = notices.find((notice) => isToHim(notice, row.chat.id) && isWords(notice))
  if (speaker.person || !first || row.chat.type === 'group' || !ctx.people) return decision
  if (await ctx.people.wasTold(row.from)) return decision
  const told = { ...first, body: { ...first.body, footer: 'privacy' as const } }
  return {
    ...decision,
    notices: notices.map((notice) => (notice === first ? told : notice)),
    toldPrivacy: [row.from],
  }
}

const isToHim = ({ to }: Notice, id: string): boolean => to.kind === 'chat' && to.chat.id === id
