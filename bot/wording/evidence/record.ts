import type { RecordPart } from '../../../domain/evidence/kinds.ts'
import type { RecordView } from '../../../domain/evidence/said.ts'
import { about, lines, quoted, reply, replyFreely, staffHead, type, units } from '../common.ts'
import { shortNo, when } from '../names.ts'
import type { Body, Say } from '../words.ts'

export const RECORD_STATES: Readonly<Record<RecordView['state'], string>> = {
  writing: '还在写，不算数',
  asked: '等同行人员确认，不算数',
  confirmed: '已确认',
}

/** More than this is not read in a chat; the whole lies in the package. */
const SHOWN = 1000

const ASKS: Readonly<Record<RecordPart, string>> = {
  when: '什么时间检查的？回复时间，正在检查就回复“现在”。',
  place: '在什么地点检查的？请写具体，例如 王家村村口东侧。',
  whom: '检查了谁？请写姓名或单位名称；当事人不在就写不在。',
  seen: '看到什么情况？请写看到的事实，不写看法；可以一起发照片。',
  signature: '当事人签字了吗？签了写“当事人签字”，不签写“拒签”、原因和在场人。',
  second: '同去的另一名执法人员是谁？回复姓名。',
}

export function shownText({ facts, record, asks, choices }: Body<'record-shown'>, say: Say): string {
  return lines(
    staffHead(`笔录 ${record.no}`, facts, say),
    `${RECORD_STATES[record.state]}${record.confirmedAt ? `（${when(record.confirmedAt)}）` : ''}`,
    record.of && `这是对 ${record.of} 的补充`,
    contentText(record),
    record.returned && `退回修改：${quoted(record.returned, 200)}`,
    asks ? askText(asks, choices, record, say) : nextText(record, facts.caseNo, say),
  )
}

function contentText(record: RecordView): string {
  const line = (name: string, text: string | null) => text && `${name}：${quoted(text, SHOWN)}`
  return lines(
    line('时间', record.when),
    line('地点', record.place),
    line('当事人', record.whom),
    line('情况', record.seen),
    line('签字', record.signature),
    `执法人员：${units([record.by, ...(record.second ? [record.second] : [])])}`,
    record.pictures > 0 && `照片等附件 ${record.pictures} 个`,
  )
}

function askText(part: RecordPart, choices: readonly string[], { no }: RecordView, say: Say): string {
  return lines(
    `请${replyFreely(say)}：${ASKS[part]}`,
    part === 'second' && secondText(choices),
    `写错了可以改，例如${reply(say)}${type(say, `笔录 ${no} 地点：…`)}。`,
  )
}

export const secondText = (choices: readonly string[]): string =>
  choices.length > 0
    ? `可以是：${units(choices.slice(0, 10))}。`
    : '主办、协办单位现在没有别的持证人员，请先用“吹哨”请别的单位派人一起查。'

function nextText({ state, second, no }: RecordView, caseNo: string, say: Say): string {
  if (state === 'confirmed') return `确认后不能改。要补充请${reply(say)}${type(say, `补充笔录 ${shortNo(caseNo)}`)}。`
  if (state === 'writing') return `没有写完，请写的人${reply(say)}${type(say, `笔录 ${no}`)}接着写。`
  return `已请${quoted(second ?? '', 20)}核对、确认。确认以前可以改：${type(say, `笔录 ${no} 情况：…`)}。`
}

/** The same as the card, where no card can go. */
export function confirmText({ facts, record }: Body<'record-card'>, say: Say): string {
  if (record.state !== 'asked') return shownText({ kind: 'record-shown', facts, record, asks: null, choices: [] }, say)
  return lines(
    staffHead('请确认笔录', facts, say),
    `${about(facts)}，${quoted(record.by, 20)}写的笔录 ${record.no}，请核对后在卡片上点“确认笔录”。`,
    `不对的地方请${reply(say)}${type(say, `退回笔录 ${record.no} 哪里不对`)}。`,
    say.deaf && '这里点不了，请到“哨子”机器人里看。',
  )
}

export const returnedText = ({ facts, record }: Body<'record-returned'>, say: Say): string =>
  lines(
    staffHead('笔录退回修改', facts, say),
    `${quoted(record.second ?? '', 20)}说：${quoted(record.returned ?? '', 500)}`,
    `改好了自动再送确认，例如${reply(say)}${type(say, `笔录 ${record.no} 情况：…`)}。`,
  )

export const whyReturned = ({ facts, no }: Body<'record-why'>, say: Say): string =>
  lines(staffHead('退回笔录', facts, say), `${no} 哪里不对？请${replyFreely(say)}，写的人会看到。`)

export function waitsText({ facts, record, whom }: Body<'record-waits'>, say: Say): string {
  const head = staffHead('笔录还没有确认', facts, say)
  if (record.state === 'writing')
    return lines(head, `${record.no} 还没有写完，不算数。接着写请${reply(say)}${type(say, `笔录 ${record.no}`)}。`)
  return whom === 'second'
    ? lines(head, `${record.no} 等您核对、确认，请${reply(say)}${type(say, `确认笔录 ${record.no}`)}。`)
    : lines(
        head,
        `${record.no} 等${quoted(record.second ?? '', 20)}确认，没有确认不算数，请提醒他；换人请${reply(say)}${type(say, `笔录 ${record.no} 同行：姓名`)}。`,
      )
}
