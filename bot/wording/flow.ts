import type { FlowRefusal, FlowSaid } from '../../domain/flow/said.ts'
import { flowCards } from './flow-cards.ts'
import { paperRefusals, paperWords } from './flow-paper.ts'
import { permitRefusals, permitWords } from './flow-permit.ts'
import type { HelpLine, Part } from './part.ts'

const STAFF: readonly HelpLine[] = [
  ['转发 全体 文件名称', '把文件转给大队和各站所（再发文件；直接发文件也行）'],
  ['转发 派出所、应急管理站 文件名称', '只转给这几个单位，大队总会收到'],
  ['已读 0012', '看过文件了'],
  ['文件', '最近的文件（“文件 0012”看谁读了）'],
  ['撤回文件 0012', '发错了'],
  ['查许可 店名', '查有没有许可，查不到就问发证单位'],
  ['查许可 0007 店名 单位名', '给工单查，答复记进工单'],
  ['答复许可 0003 有效', '答复别的单位的查询'],
]
const COMMAND: readonly HelpLine[] = [...STAFF, ['处罚通报 11月', '这个月的处罚决定']]

export const flow: Part<FlowSaid['kind'], FlowRefusal> = {
  words: { ...paperWords, ...permitWords },
  cards: flowCards,
  refusals: { ...paperRefusals, ...permitRefusals },
  help: { officer: STAFF, dispatcher: COMMAND, leader: COMMAND, supervisor: COMMAND, reviewer: STAFF, admin: COMMAND },
}
