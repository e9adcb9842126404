import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { called } from '../door/group.ts'
import { noticeCard } from '../render/card.ts'
import { overduePlan } from '../render/cards.ts'
import { CARD_LIMITS, LOOKS } from '../render/look.ts'
import { wordsOf } from '../render/render.ts'
import { split } from '../text/split.ts'
import { SPLIT_MARKS } from '../wording/common.ts'
import { ROBOT_LIMITS } from './check.ts'
import { robotCard, robotMarkdown, robotTable, robotText, type Mentions, type RobotMessage } from './messages.ts'
import { tableOf } from './table.ts'

export type Saying = Readonly<{
  rows: readonly OutboxRow[]
  groupId: string
  towns: readonly Town[]
  publicUrl: string | null
  now: Date
}>

const NOBODY: Mentions = { userids: [], mobiles: [] }

/** What a robot says of these rows: several as a table; a page to open for leaders; a call by name where somebody must act; else markdown. */
export function robotMessages({ rows, groupId, towns, publicUrl, now }: Saying): readonly RobotMessage[] {
  const [row] = rows
  if (!row) throw new Error('nothing to say')
  if (rows.length > 1) return [robotTable(tableOf(rows, ROBOT_LIMITS.markdownBytes))]
  if (publicUrl && isForLeaders(row.body))
    return [robotCard(noticeCard(overduePlan(row.body), publicUrl, CARD_LIMITS.webhook))]
  const userids = called(groupId, row.body, towns, now)
  if (userids.length === 0) return parts(rows, towns, LOOKS.robot).map(robotMarkdown)
  const mentions = mentionsOf(userids, towns)
  return parts(rows, towns, LOOKS.robotText).map((part, i) => robotText(part, i === 0 ? mentions : NOBODY))
}

const parts = (rows: readonly OutboxRow[], towns: readonly Town[], look: (typeof LOOKS)['robot' | 'robotText']) =>
  split(wordsOf(rows, towns, look), SPLIT_MARKS, look.bytes)

function isForLeaders(body: NoticeBody): body is Extract<NoticeBody, { kind: 'overdue' }> {
  return body.kind === 'overdue' && body.target === 'leaders'
}

/** By mobile number where it is known, else by userid. */
function mentionsOf(userids: readonly string[], towns: readonly Town[]): Mentions {
  const known = towns.flatMap((town) => town.people)
  const found = userids.map((userid) => ({ userid, mobile: known.find((p) => p.userid === userid)?.mobile ?? null }))
  return {
    userids: found.flatMap(({ userid, mobile }) => (mobile ? [] : [userid])),
    mobiles: found.flatMap(({ mobile }) => mobile ?? []),
  }
}
