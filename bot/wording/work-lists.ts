import { BLOCKS, type BlockReason } from '../../domain/work/kinds.ts'
import type { WorkDetail, WorkItem } from '../../domain/work/said.ts'
import type { SectionId } from '../../domain/work/sections.ts'
import { about, askAlone, dueOf, lines, nextClock, quoted, reply, taskLine, type } from './common.ts'
import { when, typedNo } from './names.ts'
import type { WordsOf } from './words.ts'

type Kinds = 'my-tasks' | 'morning' | 'block-counts'

const SECTIONS: Readonly<Record<SectionId, string>> = {
  supervised: '等监督人员定单位',
  triage: '等指挥室派单',
  ruling: '等指挥室裁定',
  approvals: '等您审批',
  reviews: '等您审核（各镇）',
  escalated: '已报到领导的',
  mine: '您签收的',
  unsigned: '本单位待签收',
  'unit-overdue': '本单位超时的',
  suspended: '挂账的（时限停着）',
  entries: '别的待办',
  overdue: '超时',
  'due-today': '今天到期',
}

/** What stands in the book, as a list calls it; a part that puts its things on the list names them here. */
const ENTRIES: Readonly<Record<string, string>> = {
  extension: '延期申请',
  suspension: '挂账申请',
  outside: '问外单位办到哪了',
  block: '受阻',
  leave: '请假申请',
  swap: '换班申请',
  handover: '等您接班',
  review: '法制审核',
  signoff: '会签',
}
const OTHER = '事项'

export const BLOCK_NAMES: Readonly<Record<BlockReason, string>> = {
  equipment: '缺装备',
  vehicle: '缺车辆',
  people: '缺人手',
  money: '缺经费',
  other: '其他',
}

/** Lists of what is to be done. */
export const workListWords: WordsOf<Kinds> = {
  'my-tasks': ({ sections, alone }, say) =>
    sections.length === 0
      ? askAlone(alone) || '您现在没有待办的工单。'
      : lines(
          ...sections.map(({ id, items, more }) =>
            lines(
              `**${SECTIONS[id]}（${items.length + more} 件）**`,
              ...items.map((item, i) => itemLine(item, i + 1)),
              more > 0 && `…还有 ${more} 件`,
            ),
          ),
          askAlone(alone),
          `看一件的全部情况：${type(say, `详情 ${firstNo(sections) || '0007'}`)}`,
        ),
  morning: ({ lines: items, more, unlicensed = [] }, say) =>
    lines(
      items.length > 0 && `**今天要办的（${items.length + more} 件）**`,
      ...items.map(({ id, item }) => `${SECTIONS[id]}：${shortLine(item, id)}`),
      more > 0 && `其余 ${more} 件${reply(say)}${type(say, '我的任务')}看。`,
      unlicensed.length > 0 &&
        `**没有有效执法证的（${unlicensed.length} 人）**：${unlicensed.map((name) => quoted(name, 20)).join('、')}。不能作为执法人员办案，请尽快办证或补登记，详细的${reply(say)}${type(say, '证件')}看。`,
    ),
  'block-counts': ({ month, rows }) =>
    rows.length === 0
      ? `${monthName(month)}没有受阻的。`
      : lines(
          `**${monthName(month)}受阻统计**`,
          ...rows.map(({ station, counts }) => `${quoted(station, 30)}：${countsLine(counts)}`),
        ),
}

const firstNo = (sections: readonly Readonly<{ items: readonly WorkItem[] }>[]): string =>
  sections.flatMap(({ items }) => items.flatMap(({ facts }) => (facts ? [typedNo(facts)] : [])))[0] ?? ''

function itemLine({ facts, late, entry }: WorkItem, n: number): string {
  if (!entry) return facts ? `${taskLine(facts, n)}${late ? '，⏰已超时' : ''}` : ''
  const due = entry.dueAt === null ? '' : `，${when(entry.dueAt)}`
  return `${n}. **${entry.no}** ${ENTRIES[entry.kind] ?? OTHER}${facts ? `，${facts.caseNo} ${about(facts)}` : ''}${due}`
}

/** One short line: 0007 王家村 占道经营，11月24日 周二 17:30 */
function shortLine({ facts, entry }: WorkItem, id: SectionId): string {
  const what = entry ? `${ENTRIES[entry.kind] ?? OTHER} ` : ''
  if (!facts) return `${what}${entry?.no ?? ''}`
  const clock = id === 'due-today' || id === 'unsigned' ? nextClock(facts) : null
  const due = clock && dueOf(facts, clock)
  return `${what}${typedNo(facts)} ${about(facts)}${due ? `，${due}` : ''}`
}

const monthName = (month: string): string => `${Number(month.slice(5))}月`

const countsLine = (counts: Readonly<Partial<Record<BlockReason, number>>>): string =>
  BLOCKS.flatMap((reason) => (counts[reason] ? `${BLOCK_NAMES[reason]} ${counts[reason]} 次` : [])).join('，')

/** Below the facts of a case: whom it was sent to, and what the unit lacks. */
export const workLines = ({ outside, blocks }: WorkDetail): string =>
  lines(
    ...outside.map(
      ({ name, phone, contact, answered }) =>
        `外单位：${quoted(name, 40)}${phone ? ` ${quoted(phone, 30)}` : ''}${contact ? `，联系人 ${[contact.name, contact.phone].flatMap((part) => quoted(part, 30) || []).join(' ')}` : ''}${answered ? '（已答复）' : ''}`,
    ),
    ...blocks.map(({ reason, text }) => `受阻：${BLOCK_NAMES[reason]}${text ? `，${quoted(text, 100)}` : ''}`),
  )
