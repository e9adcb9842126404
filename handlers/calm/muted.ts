import { dayOf } from '../../domain/calendar/zone.ts'
import { muteIn, muteKey } from '../../domain/calm/mute.ts'
import { parse } from '../../domain/command/parse.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import { settle, type Turn } from '../turn.ts'
import type { Decision } from '../../domain/decision.ts'
import { wordsIn } from './pacer.ts'

/**
 * What somebody says whom the command room does not want to hear for some days: kept, and he is told once a day. A danger
 * is heard all the same; so is what he asks of his own cases and of what is kept of him.
 */
export async function unheard(turn: Turn): Promise<Decision | null> {
  const { row, speaker, ctx, world } = turn
  const { kind } = row.content
  if (speaker.person || (kind !== 'text' && kind !== 'voice' && kind !== 'media')) return null
  const note = await ctx.store.note(muteKey(speaker.userid))
  if (!note?.until || note.until <= world.now) return null
  const text = wordsIn(row)
  if (parse(text, null, 'villager').kind === 'command') return null
  if (world.towns.some((town) => dangerOf(text, town) !== null)) return null
  const { until } = muteIn(note.value)
  const body: NoticeBody = { kind: 'not-heard', until }
  const decision = settle(turn, { note: 'muted', answers: [body] })
  const key = `muted|${speaker.userid}|${dayOf(world.now)}`
  return { ...decision, notices: (decision.notices ?? []).map((notice) => ({ ...notice, key })) }
}
