import type { FlowRefusal, FlowSaid, PenaltyFacts, PermitFacts, PermitRow } from '../../domain/flow/said.ts'
import { lines, list, quoted, reply, replyFreely, said, type, units } from './common.ts'
import { shortNo, when } from './names.ts'
import type { Part } from './part.ts'
import type { Say } from './words.ts'

type Kinds = Extract<FlowSaid['kind'], `permit${string}` | `penalt${string}`>
type Reasons = Extract<FlowRefusal, `permit-${string}` | 'penalties-how'>

export const FOUND: Readonly<Record<NonNullable<PermitFacts['found']>, string>> = {
  valid: '有效',
  none: '没有',
  expired: '已过期',
  said: '已答复',
}

const asked = ({ holder, matter, place }: PermitFacts): string =>
  [quoted(holder, 40) || '（没有写名称）', matter && quoted(matter, 30), place && quoted(place, 30)]
    .filter(Boolean)
    .join('，')

const answered = ({ found, answer, of, answeredBy }: PermitFacts): string =>
  `${quoted(of, 30)}${answeredBy ? ` ${quoted(answeredBy, 20)}` : ''}答复：${[found && FOUND[found], said(answer, 300)].filter(Boolean).join('，')}`

const howToAnswer = ({ no }: PermitFacts, say: Say): string =>
  `请点按钮，或${reply(say)}${type(say, `答复许可 ${shortNo(no)} 有效，证号和有效期`)}。`

const LATE: Readonly<Record<'head' | 'command' | 'asker', (permit: PermitFacts, last: boolean, say: Say) => string>> = {
  head: (permit, _last, say) => `本单位的人还没有答复，请您督促。${howToAnswer(permit, say)}`,
  command: ({ of }, last) =>
    `${quoted(of, 30)}到现在没有答复，请协调。${last ? '不再自动提醒；答复了会告诉提问的人。' : ''}`,
  asker: ({ of }, last) =>
    last
      ? `${quoted(of, 30)}一直没有答复，不再自动提醒，请打电话问；他们答复了会告诉您。`
      : `${quoted(of, 30)}到时间没有答复，已提醒他们的负责人。`,
}

export const permitWords: Pick<Part<Kinds, Reasons>, 'words'>['words'] = {
  'permit-question': ({ permit, again }, say) =>
    lines(
      `**【${permit.found ? '许可已答复' : again > 0 ? '请答复许可' : '查许可'}】${permit.no}**`,
      `${asked(permit)}。有没有许可、还有效吗？`,
      permit.found ? answered(permit) : howToAnswer(permit, say),
      !permit.found && permit.dueAt && when(permit.dueAt) && `请在 ${when(permit.dueAt)} 前答复。`,
    ),
  'permit-sent': ({ permit }) =>
    lines(
      `**【已去查询】${permit.no}**`,
      `${asked(permit)}。名单里没有定论，已问${quoted(permit.of, 30)}。`,
      permit.dueAt &&
        when(permit.dueAt) &&
        `${when(permit.dueAt)} 前答复，到时告诉您${permit.caseNo ? `，也记进 ${permit.caseNo}` : ''}。`,
    ),
  'permit-answer': ({ permit, mine }, say) =>
    lines(
      `**【${mine ? '已答复' : '许可答复'}】${permit.no}**`,
      asked(permit),
      answered(permit),
      permit.caseNo && `工单：${permit.caseNo}`,
      mine && `要补充，${reply(say)}${type(say, `答复许可 ${shortNo(permit.no)} 内容`)}。`,
    ),
  'permit-late': ({ permit, to, last }, say) =>
    lines(`**【许可没有答复】${permit.no}**`, `${asked(permit)}：${LATE[to](permit, last, say)}`),
  'permit-found': ({ asked: name, rows, more, caseNo }, say) =>
    lines(
      `**许可名单里和“${quoted(name, 30) || '这个名称'}”相符的${caseNo ? `（${caseNo}）` : ''}**`,
      list(rows, row),
      more > 0 && `…还有 ${more} 条，请把名称写全一点。`,
      `名单可能不是最新的。要发证单位核实，${reply(say)}${type(say, `查许可${caseNo ? ` ${shortNo(caseNo)}` : ''} ${quoted(name, 20)} 单位名 核实`)}。`,
    ),
  penalty: ({ penalty }) =>
    lines(
      `**【处罚通报】${penalty.no}**`,
      penalty.docNo && `文书：${quoted(penalty.docNo, 60)}`,
      `${quoted(penalty.organ, 40) || '本镇'} ${penalty.day} 决定：${quoted(penalty.party, 60) || '当事人'}，${quoted(penalty.item, 40) || '违法行为'}`,
      `处罚：${penaltyText(penalty)}`,
      quoted(penalty.law, 200) && `依据：${quoted(penalty.law, 200)}`,
      '按“管罚分离”通报监管部门，供日常监管参考。',
    ),
  penalties: ({ month, items }) =>
    items.length === 0
      ? `${monthText(month)}没有作出处罚决定。`
      : lines(`**处罚通报 ${monthText(month)}（${items.length} 件）**`, list(items, penaltyLine)),
}

const row = ({ holder, kind, number, from, until, address, unit, expired }: PermitRow, n: number): string =>
  [
    `${n}. ${expired ? '❌已过期 ' : ''}**${quoted(holder, 40) || '（没有名称）'}** ${quoted(kind, 40)}`,
    number && `证号 ${quoted(number, 40)}`,
    `有效期 ${from ?? '（没写）'} 至 ${until ?? '长期或没写'}`,
    quoted(address, 60),
    unit && `${quoted(unit, 30)}发`,
  ]
    .filter(Boolean)
    .join('，')

const SORTS: Readonly<Record<PenaltyFacts['sort'], string>> = {
  none: '不予处罚',
  warning: '警告',
  fine: '罚款',
  confiscation: '没收',
  suspension: '责令停产停业',
  revocation: '吊销许可',
  other: '其他处罚',
}

const amountText = (amount: number | null): string => (amount === null ? '' : `${amount} 元`)
const penaltyText = ({ sort, amount, text }: PenaltyFacts): string =>
  [`${SORTS[sort]}${amount === null ? '' : ` ${amountText(amount)}`}`, said(text, 200)].filter(Boolean).join('，')

const penaltyLine = (penalty: PenaltyFacts, n: number): string =>
  `${n}. ${penalty.day} **${penalty.no}** ${quoted(penalty.party, 40) || '当事人'}，${quoted(penalty.item, 30) || '违法行为'}，${SORTS[penalty.sort]}${penalty.amount === null ? '' : ` ${amountText(penalty.amount)}`}`

/** 2026年11月 */
const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7)) || '某'}月`

const choose = ({ choices }: Readonly<{ choices: readonly string[] }>): string => units(choices.slice(0, 10))

export const permitRefusals: Part<Kinds, Reasons>['refusals'] = {
  'permit-how': ({ say }) =>
    `要查哪一家？${reply(say)}${type(say, '查许可 店名')}，给工单查就写${type(say, '查许可 0007 店名')}。`,
  'permit-whom': ({ choices: [name = '', ...known], say }) =>
    lines(
      `许可名单里没有“${quoted(name, 30) || '这个名称'}”。要问哪个单位？请${replyFreely(say)}单位名。`,
      known.length > 0 && `可以问：${units(known.slice(0, 10))}。`,
    ),
  'permit-unknown': () => '没有找到要您答复的许可查询，请核对编号。',
  'permit-which': (a) => `请写清楚是哪一个：${choose(a)}。`,
  'permit-answered': () => '已经有人答复了，结果在卡片上；有不同的情况请直接和提问的人说。',
  'permit-answer-how': ({ choices, say }) =>
    `请写上答复：${reply(say)}${type(say, `答复许可 ${shortNo(choices[0] ?? '0001')} 有效，证号和有效期`)}；没有就写“没有”。`,
  'permit-own': ({ choices, say }) =>
    `这项许可就是${choose({ choices }) || '本单位'}发的，请在本单位查；要问别的单位，${reply(say)}${type(say, '查许可 店名 单位名')}。`,
  'permit-private': () => '名单里没有定论，要去问发证单位。里面有名称，请单独发给我问。',
  'penalties-how': ({ say }) =>
    `没看懂是哪个月。${reply(say)}${type(say, '处罚通报 11月')}或${type(say, '处罚通报 2026-11')}。`,
}
