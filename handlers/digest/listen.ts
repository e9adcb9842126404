import type { CaseRef } from '../../domain/command/parsed.ts'
import type { DigestSaid } from '../../domain/digest/said.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Town } from '../../domain/town.ts'
import { UNCHOSEN, type Choice } from '../../domain/digest/kinds.ts'
import { choose, isLeader, mostOf, stepped } from '../../domain/digest/listening.ts'
import { nextCard } from '../../domain/digest/times.ts'
import { topicsIn } from '../../domain/digest/wording-topics.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { Result, Turn } from '../turn.ts'
import { choiceOf, toldToday } from './heard.ts'

/** Whose choice it is: his own where he asks alone, that of all in the leaders' group. */
type Listener = Readonly<{ key: string; town: Town; group: boolean }>

/** 少发一点. */
export const onLess = (turn: Turn): Promise<Result> => changing(turn, (now) => louder(now, -1, 'listen-least'))
/** 多发一点. */
export const onMore = (turn: Turn): Promise<Result> => changing(turn, (now) => louder(now, 1, 'listen-most'))

/** 只听 超期 紧急; 只听 全部 ends it. */
export function onOnly(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const topics = topicsIn(rest.trim())
  return changing(turn, (now) => (topics === 'unclear' ? 'listen-how' : { ...now, topics }))
}

/** 我的提醒: how it is now. */
export const onMyAlerts = (turn: Turn): Promise<Result> => changing(turn, (now) => now)

function louder(now: Choice, by: 1 | -1, end: RefusalReason): Choice | RefusalReason {
  const volume = stepped(now.volume, by)
  return volume ? { ...now, volume } : end
}

async function changing(turn: Turn, change: (now: Choice) => Choice | RefusalReason): Promise<Result> {
  const listener = listenerOf(turn)
  if (typeof listener === 'string') return refusal(listener, null)
  const { ctx, world, speaker } = turn
  const { key, town } = listener
  const before = await choiceOf(ctx, key)
  const now = before?.data ?? UNCHOSEN
  const changed = change(now)
  if (typeof changed === 'string') return refusal(changed, null)
  const answers = [await shown(turn, listener, changed)]
  if (changed === now) return { note: 'how he listens', answers }
  const number = before ?? (await newNumber(turn, town.code, 'listening'))
  const decision = choose(before, changed, { key, by: speaker.userid, number }, town, world)
  return { note: 'listens otherwise', decision, answers }
}

function listenerOf({ speaker, row }: Turn): Listener | RefusalReason {
  const { person, town, userid } = speaker
  if (!person || !town) return 'not-staff'
  if (!isLeader(town, userid)) return 'listen-who'
  if (row.chat.type === 'single') return { key: `p-${userid}`, town, group: false }
  const group = town.groups.find(({ aibotChatid, appchatId }) => [aibotChatid, appchatId].includes(row.chat.id))
  return group && group.id === town.leaders ? { key: `g-${group.id}`, town, group: true } : 'listen-here'
}

async function shown({ ctx, world }: Turn, listener: Listener, choice: Choice): Promise<DigestSaid> {
  const { key, town, group } = listener
  return {
    kind: 'listening',
    ...{ group, ...choice },
    most: mostOf(choice, town, world.now),
    told: await toldToday(ctx, key, world.now),
    next: nextCard(town, world.calendar, world.now).at.toISOString(),
  }
}
