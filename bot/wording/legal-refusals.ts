import type { Condition, LegalRefusal } from '../../domain/legal/said.ts'
import { CONDITIONS } from '../../domain/legal/conditions.ts'
import { lines, quoted, reply, type } from './common.ts'
import { article, dayText, ORDERS } from './legal-names.ts'

import type { Asked } from './part.ts'
import type { Doing } from '../../domain/legal/doings.ts'

const isDoing = (word: string): word is Doing => Object.hasOwn(ORDERS, word)

/** 回复“告知 0007 送达日期” */
const order = ({ no, say }: Asked, doing: Doing): string => {
  const [verb, rest] = ORDERS[doing]
  return `${reply(say)}${type(say, [verb, no || '0007', rest].filter(Boolean).join(' '))}`
}
const typed = ({ no, say }: Asked, verb: string, rest: string): string =>
  `${reply(say)}${type(say, `${verb} ${no || '0007'} ${rest}`.trim())}`

const first = ({ choices }: Asked): string => quoted(choices[0] ?? '', 40)
const day = ({ choices }: Asked, at = 0): string => dayText(choices[at] ?? '') || '期限届满'
const names = ({ choices }: Asked): string =>
  choices
    .slice(0, 10)
    .map((each) => quoted(each, 40))
    .join('、')

const WHY_NO_POWER: Readonly<Record<string, (on: string) => string>> = {
  'delegation-over': (on) => `委托${on}已到期。`,
  'delegation-not-yet': (on) => `委托${on}才生效。`,
  'item-over': (on) => `这一项${on}已失效或还没有生效。`,
}

const CONDITION: Readonly<Record<Condition, (asked: Asked) => string>> = {
  'file-over': () => '这个案卷已经结束，不能再改。要看经过请发“案卷”加编号。',
  'file-decided': (a) => `已经作出处罚决定，不能再这样改。接下来：${order(a, 'serve')}。`,
  'file-undecided': (a) => `还没有作出处罚决定。作决定${order(a, 'decide')}；不处罚${order(a, 'spare')}。`,
  'file-power-now': (a) =>
    lines(`今天本单位对这一项没有处罚权，或委托机关变了，不能作决定。`, first(a) && `请先报${first(a)}。`),
  'file-officers': (a) =>
    lines(`要两名不同的、执法证在有效期内的执法人员。请${order(a, 'officers')}。`, names(a) && `可以写：${names(a)}。`),
  'file-party': (a) => `还没有写当事人。请${order(a, 'party')}。`,
  'file-facts': (a) => `还没有写违法事实。请${order(a, 'facts')}。`,
  'file-evidence': () => '还没有证据。请先做两名执法人员的现场笔录，或把照片、文件发给这一件。',
  'file-date': (a) => `还没有写违法行为终了的日期，不能确定是否超过追责期限。请${order(a, 'dated')}。`,
  'file-limitation': (a) =>
    `违法行为的追责期限到${day(a)}，发现时已经超过，不再给予行政处罚。请${order(a, 'spare')}；涉及生命健康、金融安全且有危害后果的是五年：${typed(a, '违法日期', '日期 危害 后果')}。`,
  'file-investigate': (a) => `调查还没有终结。请${order(a, 'investigate')}。`,
  'file-proposal': (a) => `还没有拟处罚意见。请${order(a, 'propose')}。`,
  'file-discretion': (a) => `告知以前要先考虑裁量：是不是首违不罚、从轻或减轻。请${order(a, 'discretion')}。`,
  'file-waived': (a) => `裁量意见是首违不罚，不能处罚。请${order(a, 'spare')}；情况变了请重新写裁量意见。`,
  'file-simple': ({ choices, ...a }) =>
    `当场处罚只能是警告，或者对公民 ${choices[0] ?? 200} 元、对单位 ${choices[1] ?? 3000} 元以下的罚款。请改轻，或${order({ ...a, choices }, 'ordinary')}。`,
  'file-notice': (a) => `还没有把事实、理由、依据和权利告知当事人。请${order(a, 'notice')}。`,
  'file-notice-doc': (a) =>
    `还没有事先告知书。请先${typed(a, '文书', '告知书')}，送达以后再${order(a, 'notice')}。用纸质告知书的，写上文号：${typed(a, '告知', '文号 送达日期')}。`,
  'file-decision-doc': (a) =>
    `还没有决定书。请先${typed(a, '文书', '决定书')}，送达以后再${order(a, 'serve')}。用纸质决定书的，写上文号：${typed(a, '送达', '文号 日期 方式')}。`,
  'file-anew': (a) => `当事人、事实或处罚和告知的不一样，要重新告知。请${order(a, 'notice')}。`,
  'file-heard': (a) => `还没有听取陈述申辩，期限到${day(a)}。请${order(a, 'defend')}（不申辩写“放弃”），或等期限届满。`,
  'file-hearing-right': () => '告知的处罚不在可以要求听证的范围里。当事人的意见请按陈述申辩记下。',
  'file-hearing-late': (a) =>
    `申请听证的期限到${day(a)}，已经过了。当事人的意见请按陈述申辩记下：${order(a, 'defend')}。`,
  'file-hearing-ask': (a) => `没有等着举行的听证。当事人要求听证的，请先${order(a, 'hearing-ask')}。`,
  'file-hearing-due': (a) => `当事人要求了听证，没有举行，不能作决定。请${order(a, 'hearing-notify')}。`,
  'file-hearing-held': (a) =>
    `当事人可以申请听证，期限到${day(a)}，还不能作决定。放弃的请${typed(a, '听证申请', '放弃')}。`,
  'file-hearing-notify': (a) => `还没有通知听证时间。请${order(a, 'hearing-notify')}。`,
  'file-hearing-soon': (a) => `听证要提前七个工作日通知，最早${day(a)}。请${order(a, 'hearing-notify')}。`,
  'file-hearing-early': (a) => `听证定在${day(a)}，还没有到。`,
  'file-review': (a) => `这件要先通过法制审核，才能作决定。请${typed(a, '送审', '')}。`,
  'file-review-failed': (a) => `法制审核没有通过，不得作出决定。请按意见改正后${typed(a, '送审', '')}。`,
  'file-review-again': (a) =>
    `审核以后当事人、事实、裁量、处罚变了，或举行了听证，要重新审核。请${typed(a, '送审', '')}。`,
  'file-signoff': (a) => `过渡期内要先由指导单位${first(a) ? `（${first(a)}）` : ''}会签。`,
  'file-hold': (a) => `先行登记保存的物品还没有处理。请先${order(a, 'hold-end')}。`,
  'file-no-hold': (a) => `没有正在登记保存的物品。要登记请${order(a, 'hold')}。`,
  'file-served': () => '决定书已经送达过了。',
  'file-serve': (a) => `决定书还没有送达。请${order(a, 'serve')}。`,
  'file-opinion': (a) =>
    `监督人员的意见还没有整改完${a.choices.length > 0 ? `（${a.choices.join('、')}）` : ''}，先不能结案：${typed(a, '整改', '措施和结果')}。`,
  'file-paid': ({ choices, ...a }) =>
    lines(
      `罚款还差 ${choices[0] ?? ''} 元没有缴${Number(choices[1] ?? 0) > 0 ? `，到今天加处罚款 ${choices[1]} 元` : ''}。缴了请${order({ ...a, choices }, 'pay')}。`,
      `已由法院强制执行、终结执行或批准减免的，${typed({ ...a, choices }, '结案', '法院执行情况')}。`,
    ),
  'file-early': () => '日期早于前一步，请核对日期。前一步是哪天，发“案卷”加编号能看到。',
  'file-future': () => '日期还没有到，请核对日期。',
}

/** Why a step is not possible, what to do instead, and the article that says so. */
const withArticle = (reason: Condition) => (asked: Asked) => {
  const { article: number } = CONDITIONS[reason]
  return `${CONDITION[reason](asked)}${number === null ? '' : `（${article(number)}）`}`
}

const conditions = Object.fromEntries(
  Object.keys(CONDITION).map((reason) => [reason, withArticle(reason as Condition)]),
) as Readonly<Record<Condition, (asked: Asked) => string>>

export const legalRefusals: Readonly<Record<LegalRefusal, (asked: Asked) => string>> = {
  ...conditions,
  'file-none': (a) => `这件还没有立案。要立案请${typed(a, '立案', '')}；办完了请${typed(a, '办结', '结果')}。`,
  'file-which': (a) => lines('有好几个案卷，请写清楚是哪一个。', names(a) && `可以写：${names(a)}。`),
  'file-exists': (a) => `已经立案：${first(a)}。看到哪一步请${typed(a, '案卷', '')}。`,
  'file-first': (a) =>
    `写的是处罚，可这件还没有案卷，这样的处罚不算数，所以没有记下。要处罚请先${typed(a, '立案', '')}或${typed(a, '当场处罚', '')}；没有处罚，请改一下写法再发。`,
  'file-open': (a) =>
    `这件立了案，案卷没有结束，不能办结、退回、改派或合并，也不用延期、挂账。请先${order(a, 'close')}；不处罚的${order(a, 'spare')}；看还差什么${typed(a, '案卷', '')}。`,
  'file-withdraw': () => '您反映的这件事已经立案调查，按规定要查清楚，不能撤回。谢谢您。',
  'file-item': () => '这件还没有定是清单里的哪一项，不能立案。请先请指挥室指派时写明事项。',
  'file-power': ({ choices: [who = '', stop = '', on = ''], ...a }) =>
    lines(
      `本单位对这一项没有处罚权，不能立案。${WHY_NO_POWER[stop]?.(dayText(on)) ?? ''}（${article(24)}）`,
      who
        ? `由${quoted(who, 40)}处罚，请${typed({ ...a, choices: [] }, '移送', quoted(who, 40))}。`
        : '请报镇指挥室，由有处罚权的单位办。',
    ),
  'file-licence': (a) =>
    lines(`立案要由执法证在有效期内的执法人员办。（${article(42)}）`, names(a) && `可以请：${names(a)}。`),
  'file-how': (a) => {
    const [doing = ''] = a.choices
    return isDoing(doing) ? `没有看懂，请照这样写：${order(a, doing)}。` : '没有看懂，请再写一遍。'
  },
  'file-detention': (a) => `行政拘留只能由公安机关决定，镇里不能处罚。请${order(a, 'transfer')}。`,
  'file-harsher': (a) =>
    `当事人陈述申辩了，不能因为这个罚得更重（${article(45)}）。确实查到新的事实的，先${typed(a, '补充事实', '新查明的情况')}，再写拟处罚、重新告知。`,
  'file-unlicensed': (a) =>
    `写的人没有在有效期内的执法证，不能当办案人员。请${order({ ...a, choices: [] }, 'officers')}，换一名有证的。（${article(42)}）`,
  'file-too-much': (a) =>
    `缴的比该缴的多，没有记下。请看一下金额是不是写错了，再${order(a, 'pay')}；该缴多少${typed(a, '案卷', '')}。`,
  'file-leader': () => '延长办案期限要镇领导同意，请等领导审批。',
  'file-way': (a) =>
    `请写明怎么送达的：直接送达、留置送达、邮寄、委托、公告，或当事人同意的电子送达。比如${typed(a, '送达', '直接送达')}。`,
  'doc-kind': (a) =>
    lines('没有这种文书。', names(a) && `可以写：${names(a)}。`, `比如${typed(a, '文书', '告知书')}。`),
  'doc-template': ({ choices: [fault = ''] }) => lines(quoted(fault, 400), '请转告管理员；模板改好后再发一次就行。'),
  'doc-gone': (a) => `${first(a)} 送达时的存件找不到了，不再重新生成。请用案卷里的纸质文书，并告诉管理员。`,
  'doc-order': (a) => `还没有写责令改正的内容。请${order(a, 'order')}。`,
  'doc-ordinary': (a) => `这件是普通程序，没有当场处罚决定书。请${typed(a, '文书', '决定书')}。`,
  'doc-nothing': (a) => `还没有要送达的文书。请先${typed(a, '文书', '告知书')}。`,
  'file-extension-none': (a) => `没有等着审批的延长申请。要延长请${order(a, 'extend')}。`,
}
