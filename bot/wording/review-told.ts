import { about, lines, list, quoted, reply, replyFreely, said, staffHead, type } from './common.ts'
import { legalRefusals } from './legal-refusals.ts'
import { when, typedNo } from './names.ts'
import { pointNames, POINTS, WARNING } from './review-names.ts'
import { reviewRefusals } from './review-refusals.ts'
import type { Asked } from './part.ts'
import type { PreFault } from '../../domain/review/warnings.ts'
import type { Body, Say } from './words.ts'

export const submittedText = ({ facts, owner, dueAt, round, warnings }: Body<'review-submitted'>, say: Say): string =>
  lines(
    staffHead(round > 1 ? `已重新送审（第 ${round} 次）` : '已送审', facts, say),
    owner ? `审核人员：${quoted(owner, 20)}${dueAt ? `，${when(dueAt)} 前审完` : ''}。` : '正在安排审核人员。',
    warnings.length > 0 && `已提醒审核人员留意：${warnings.map((each) => WARNING[each]).join('；')}。`,
    '审核期间改当事人、事实、裁量、拟处罚，会自动撤回，要重新送审。',
  )

/** The rules found it; nobody has counted it as a rejection. */
export function mendText({ facts, faults }: Body<'review-mend'>, say: Say): string {
  const asked = { no: typedNo(facts), facts, choices: [], say }
  return lines(
    staffHead('送审前要先改', facts, say),
    '还没有交给审核人员，不算驳回。',
    ...faults.slice(0, 8).map((fault) => `- ${faultText(fault, { ...asked, choices: fault.choices })}`),
    `改好后${reply(say)}${type(say, `送审 ${typedNo(facts)}`)}。`,
  )
}

const faultText = ({ reason }: PreFault, asked: Asked): string =>
  (reason === 'review-law' ? reviewRefusals[reason](asked) : legalRefusals[reason](asked)).replaceAll('\n', ' ')

export function resultText({ facts, filingNo, passed, by, points, note }: Body<'review-result'>, say: Say): string {
  const no = typedNo(facts)
  return lines(
    staffHead(passed ? '法制审核通过' : '法制审核驳回', facts, say),
    `${filingNo} ${about(facts)}`,
    by && `审核人员：${quoted(by, 20)}`,
    points.length > 0 && `不行的地方：${pointNames(points)}`,
    said(note, 300) && `意见：${said(note, 300)}`,
    ...points.map((point) => `- ${POINTS[point].name}：${POINTS[point].mend}`),
    passed
      ? `可以${reply(say)}${type(say, `决定 ${no}`)}。再改当事人、事实、处罚要重新送审。`
      : `改好后${reply(say)}${type(say, `送审 ${no}`)}。没有通过，不得作出处罚决定。`,
  )
}

const MOVED: Readonly<Record<Body<'review-moved'>['news'], (who: string) => string>> = {
  taken: (who) => `这件由${who || '别的审核人员'}接过去审核，您不用再审。`,
  changed: () => '案卷在送审以后改过，这次送审已撤回，等办案人员重新送审。',
  over: () => '案卷已经结束，不用再审核。',
  nobody: () =>
    '没有持证的审核人员可以审这一件。请在人员名单里登记有法律职业资格证的审核人员，或请别的镇的审核人员“接审”。',
}

export const movedText = ({ facts, news, who }: Body<'review-moved'>, say: Say): string =>
  lines(
    staffHead('法制审核', facts, say),
    MOVED[news](who ? quoted(who, 20) : ''),
    news === 'changed' && `重新送审：${type(say, `送审 ${typedNo(facts)}`)}`,
  )

export function dueText({ facts, no, dueAt, over, owner, to }: Body<'review-due'>, say: Say): string {
  const short = typedNo(facts)
  return lines(
    staffHead(over ? '法制审核超期' : '法制审核快到期', facts, say),
    `${no} 应在${when(dueAt)} 前审完${over ? '，已经超期' : ''}。`,
    to === 'owner'
      ? `请${reply(say)}${type(say, `通过 ${short}`)}，或${type(say, `驳回 ${short} 要点 意见`)}；办不了请${type(say, `转审 ${short} 姓名`)}。`
      : `${owner ? `在${quoted(owner, 20)}手上` : '还没有审核人员'}，请协调尽快审核，或请别的审核人员“接审”。`,
  )
}

export const listText = ({ items }: Body<'review-list'>, say: Say): string =>
  items.length === 0
    ? '没有等着您审核的案卷。'
    : lines(
        `**待审核（${items.filter(({ mine }) => mine).length} 件在您手上，共 ${items.length} 件）**`,
        list(items, (item, n) => {
          const again = item.round > 1 ? `，第 ${item.round} 次送审` : ''
          const due = item.dueAt ? `，${item.over ? '⚠ 已超期，' : ''}${when(item.dueAt)} 前` : ''
          const whose = item.mine
            ? ''
            : `，在${item.owner ? quoted(item.owner, 20) : '等人接'}${item.owner ? '手上' : ''}`
          return `${n}. **${item.caseNo}** ${quoted(item.town, 20)} ${quoted(item.itemName, 30)}${again}${due}${whose}`
        }),
        `看一件：${type(say, `审核 ${items[0]?.caseNo ?? ''}`)}`,
      )

const ASKS: Readonly<Record<Body<'review-ask'>['wants'], readonly [title: string, wants: string]>> = {
  reject: [
    '驳回',
    '哪一点不行（主体、事实、证据、程序、法律适用、裁量、文书）和要改什么，例如“程序 证据 缺第二名执法人员签字”',
  ],
  hand: ['转审', '转给哪位审核人员（姓名）'],
  aside: ['回避', '回避的理由'],
  refuse: ['不同意会签', '不同意的理由和要改什么'],
  record: ['会签记录', '文号或姓名、意见'],
}

export const askText = ({ facts, wants }: Body<'review-ask'>, say: Say): string =>
  lines(
    staffHead(ASKS[wants][0], facts, say),
    `请${replyFreely(say)}：${ASKS[wants][1]}。`,
    say.group && '（在群里请先@我再写）',
  )
