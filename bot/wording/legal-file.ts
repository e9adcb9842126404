import type { FileView, LegalWarning } from '../../domain/legal/said.ts'
import type { Facts } from '../../domain/facts.ts'
import { lines, quoted, reply, staffHead, type } from './common.ts'
import {
  clockText,
  dayText,
  DISCRETION_NAMES,
  DONE,
  ENDED,
  ORDERS,
  SORT_NAMES,
  stateText,
  STEP_NAMES,
} from './legal-names.ts'
import { legalRefusals } from './legal-refusals.ts'
import { typedNo } from './names.ts'
import type { Body, Say } from './words.ts'

const MOST_STEPS = 20

export function proposalText({ proposal }: Pick<FileView, 'proposal'>): string | null {
  if (!proposal) return null
  const [sort, text] = [SORT_NAMES[proposal.sort], quoted(proposal.text, 200)]
  // 「罚款 500」 says by itself what it is
  return text.includes(sort) ? text : [sort, text].filter(Boolean).join('：')
}

/** 作出处罚决定：2027年2月22日前（暂定） */
const clockLines = ({ clocks }: FileView): string =>
  lines(
    ...clocks.map(
      ({ until, tentative, over, ...clock }) =>
        `${over ? '⚠ ' : ''}${clockText(clock)}：${dayText(until)}前${tentative ? '（暂定）' : ''}${over ? '，已过' : ''}`,
    ),
  )

/** What to type next, or what stands in the way of it. */
function nextLines(view: FileView, facts: Facts, say: Say): string | null {
  const { next, blocks } = view
  if (next === null) {
    return view.state === 'open' || view.state === 'decided'
      ? null
      : `案卷到此结束。这件还要办结：${reply(say)}${type(say, `办结 ${typedNo(facts)} 结果`)}。`
  }
  const [verb, rest] = ORDERS[next]
  const words = [verb, typedNo(facts), rest].filter(Boolean).join(' ')
  const asked = { no: typedNo(facts), facts, choices: [], say }
  // what stands in the way of what is next is said instead of it
  const why = blocks.map(({ reason, choices }) => legalRefusals[reason]({ ...asked, choices }))
  return why.length > 0
    ? lines('**下一步还差**', ...why.slice(0, 4).map((each) => `- ${each}`))
    : `下一步：${reply(say)}${type(say, words)}`
}

function fineLine({ fine }: FileView): string | null {
  if (!fine) return null
  const surcharge = fine.surcharge > 0 ? `，到今天加处罚款 ${fine.surcharge} 元` : ''
  return `罚款 ${fine.amount} 元，已缴 ${fine.paid} 元${surcharge}`
}

const appealLine = ({ appeal }: FileView): string | null =>
  appeal && `当事人可以在${dayText(appeal.review)}前申请行政复议，${dayText(appeal.court)}前提起行政诉讼。`

const partyLine = (view: FileView): string | null =>
  view.party && `当事人：${quoted([view.party, view.partyMore ?? ''].join(' '), 120)}`
const dateLine = ({ violatedOn }: FileView): string | null => violatedOn && `违法日期：${dayText(violatedOn)}`
const officersLine = ({ officers }: FileView): string | null =>
  officers.length > 0 ? `办案人员：${officers.map((name) => quoted(name, 20)).join('、')}` : null
const penaltyLine =
  (title: string) =>
  (view: FileView): string | null => {
    const { fine = null, text = '' } = view.proposal ?? {}
    const unsaid = fine !== null && !text.includes(String(fine))
    return view.proposal && `${title}：${proposalText(view)}${unsaid ? `（罚款 ${fine} 元）` : ''}`
  }
const proposalLine = penaltyLine('拟处罚')

/** What was understood is said again: a number that was misread would go into the papers. */
const UNDERSTOOD: Readonly<Partial<Record<Body<'file-done'>['did'], (view: FileView) => string | null>>> = {
  filed: officersLine,
  officers: officersLine,
  party: partyLine,
  dated: dateLine,
  propose: proposalLine,
  decide: penaltyLine('处罚'),
  pay: fineLine,
  serve: appealLine,
}

/** What was done, by whom, and what is next. */
export function fileText(view: FileView, facts: Facts, say: Say): string {
  const shown = view.steps.slice(-MOST_STEPS)
  return lines(
    staffHead('案卷', facts, say),
    `${view.filingNo}${view.procedure === 'simple' ? '（简易程序）' : ''}，${stateText(view)}`,
    `事项：${quoted(view.itemName, 40)}`,
    `处罚机关：${quoted(view.organ, 40)}${view.delegation ? `（委托：${quoted(view.delegation, 40)}）` : ''}`,
    view.mentor && `指导单位：${quoted(view.mentor, 40)}`,
    officersLine(view),
    partyLine(view),
    dateLine(view),
    view.facts && `事实：${quoted(view.facts, 300)}`,
    proposalLine(view),
    view.discretion &&
      `裁量：${DISCRETION_NAMES[view.discretion.choice]}${view.facts === null ? '' : ` ${quoted(view.discretion.why, 100)}`}`,
    fineLine(view),
    appealLine(view),
    '**经过**',
    shown.length < view.steps.length && `（前面还有 ${view.steps.length - shown.length} 步没有列出）`,
    ...shown.map(
      ({ step, day, by, note, how }) =>
        `- ${dayText(day)} ${how ? ENDED[how] : STEP_NAMES[step]}${by ? `（${quoted(by, 20)}）` : ''}${note ? ` ${quoted(note, 60)}` : ''}`,
    ),
    view.clocks.length > 0 && '**期限**',
    clockLines(view),
    nextLines(view, facts, say),
  )
}

const WARNINGS: Readonly<Record<LegalWarning, (facts: Facts, say: Say) => string>> = {
  crime: (facts, say) =>
    `⚠ 写的情况可能涉嫌犯罪。涉嫌犯罪的必须移送，不能以罚代刑：${reply(say)}${type(say, `移送司法 ${typedNo(facts)} 理由`)}。`,
  'limitation-over': (facts, say) =>
    `⚠ 发现时已经超过两年追责期限，不能处罚。涉及生命健康、金融安全且有危害后果的是五年：${type(say, `违法日期 ${typedNo(facts)} 日期 危害 后果`)}。`,
  anew: () => '⚠ 和已经告知的不一样，决定前要重新告知。',
  'first-time': () => '还没有考虑裁量，请在下面选一个。',
}

export const doneText = ({ facts, did, view, warnings }: Body<'file-done'>, say: Say): string =>
  lines(
    staffHead(DONE[did], facts, say),
    did === 'filed' && `${view.filingNo}，以${quoted(view.organ, 40)}的名义处罚。`,
    UNDERSTOOD[did]?.(view),
    ...warnings.map((warning) => WARNINGS[warning](facts, say)),
    clockLines(view),
    nextLines(view, facts, say),
  )

/** One line of a list: number, matter, how it stands, what runs out first. */
export function fileLine(view: FileView): string {
  const [clock] = view.clocks
  const until = clock ? `，${clockText(clock)}${clock.over ? '已过期限' : `到${dayText(clock.until)}`}` : ''
  return `**${view.filingNo}** ${view.caseNo ? `工单 ${view.caseNo} ` : ''}${quoted(view.itemName, 30)}，${stateText(view)}${until}`
}
