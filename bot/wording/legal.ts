import type { FileNews, LegalRefusal, LegalSaid } from '../../domain/legal/said.ts'
import { about, askAlone, head, lines, list, quoted, reply, replyFreely, said, staffHead, type } from './common.ts'
import { clockText, dayText, DISCRETION_NAMES, ORDERS } from './legal-names.ts'
import { doneText, fileLine, fileText } from './legal-file.ts'
import { documentsText, documentText } from './legal-documents.ts'
import { legalRefusals } from './legal-refusals.ts'
import { typedNo } from './names.ts'
import { LEGAL_HELP } from './legal-help.ts'
import type { Part } from './part.ts'
import type { Body, Say } from './words.ts'

const NEWS: Readonly<Record<FileNews, readonly [title: string, text: string]>> = {
  hold: ['先行登记保存', '对证据先行登记保存，请负责人补批；七个工作日内要作出处理。'],
  spot: ['当场处罚备案', '当场作出了处罚决定，报单位备案。'],
  dismissed: ['撤案', '案卷已撤销，请核对理由。'],
  spared: ['不予处罚', '决定不予处罚，请核对理由。'],
  transferred: ['移送司法机关', '涉嫌犯罪，已移送司法机关，镇里不再作处罚决定。'],
  crime: ['移送涉嫌犯罪案件', '这件涉嫌犯罪，移送贵单位，请联系主办单位接收案卷材料。'],
  extended: ['批准延长办案', '镇领导已同意延长。'],
  serious: ['重大复杂案件', '已认定重大复杂，决定前要法制审核。'],
}

const newsText = ({ facts, filingNo, news, note, by }: Body<'file-news'>, say: Say): string =>
  lines(
    staffHead(NEWS[news][0], facts, say),
    `${filingNo} ${about(facts)}`,
    `${by ? `${quoted(by, 20)}：` : ''}${NEWS[news][1]}`,
    said(note, 300),
  )

function dueText(
  { facts, filingNo, clock, until, days, tentative, surcharge, hearing }: Body<'file-due'>,
  say: Say,
): string {
  const over = days < 0
  const news = clock === 'told' || clock === 'order'
  const left = over ? (news ? '期限已满' : `已经超过 ${-days} 天`) : days === 0 ? '今天到期' : `还有 ${days} 天`
  return lines(
    staffHead(over && !news ? '案卷超期' : '案卷期限', facts, say),
    `${filingNo} ${about(facts)}`,
    `${clockText({ clock, ...(hearing ? { hearing } : {}) })}：${dayText(until)}前${tentative ? '（暂定）' : ''}，${left}。`,
    surcharge !== null && surcharge > 0 && `到今天加处罚款 ${surcharge} 元（每日百分之三，不超过罚款数额）。`,
    clock === 'order' ? '请去看改正了没有。' : null,
    `看还差什么：${reply(say)}${type(say, `案卷 ${typedNo(facts)}`)}。`,
  )
}

const TOLD = {
  filed: '您反映的这件事已经立案调查，要按法律规定的步骤办，时间会比原来说的长，办完告诉您结果。',
  spot: '您反映的这件事已经立案调查，会尽快办好，办完告诉您结果。',
  again: '您反映的这件事重新立案调查了，办完告诉您结果。',
  dropped: '您反映的这件事，原来立的案撤销了，不再作处罚。事情我们会接着办完，再告诉您结果。',
  not: '您反映的这件事，经核查不予立案处罚。我们会接着把这件事办完，再告诉您结果。',
} as const

function toldText({ facts, filed, note, staff, how }: Body<'file-told'>, say: Say): string {
  if (staff)
    return lines(
      staffHead('不予立案', facts, say),
      '理由已记下，已告诉反映人。',
      `接着办完后${reply(say)}${type(say, `办结 ${typedNo(facts)} 结果`)}。`,
    )
  return lines(
    head(how === 'dropped' ? '已撤案' : filed ? '已立案' : '不予立案', facts),
    TOLD[how ?? (filed ? 'filed' : 'not')],
    said(note, 300) && `理由：${said(note, 300)}`,
  )
}

function askText({ facts, doing }: Body<'file-ask'>, say: Say): string {
  const [verb, rest] = doing === 'not-filed' ? ['不予立案', '理由'] : ORDERS[doing]
  return lines(
    staffHead(verb, facts, say),
    `请${replyFreely(say)}：${rest || '内容'}。`,
    say.group && '（在群里请先@我再写）',
  )
}

function extensionText({ facts, filingNo, days, document, basis, by }: Body<'file-extension'>, say: Say): string {
  return lines(
    staffHead('延长办案审批', facts, say),
    `${filingNo} ${about(facts)}`,
    `${by ? quoted(by, 20) : '办案人员'}申请延长 ${days} 天，批准文号：${quoted(document, 60)}。`,
    basis && `依据：${quoted(basis, 200)}`,
    '只有法律、法规、规章另有规定的才能延长（《行政处罚法》第六十条）。',
    `同意请${reply(say)}${type(say, `同意延长 ${typedNo(facts)}`)}。`,
  )
}

const CHOICES = ['waive', 'lighter', 'mitigate', 'ordinary', 'heavier'] as const

export const legal: Part<LegalSaid['kind'], LegalRefusal> = {
  words: {
    'file-done': doneText,
    'file-shown': ({ view, facts }, say) => fileText(view, facts, say),
    'file-list': ({ items, alone }, say) =>
      items.length === 0
        ? askAlone(alone) || '没有正在办的案卷。'
        : lines(
            `**案卷（${items.length} 件）**`,
            list(items, (view, n) => `${n}. ${fileLine(view)}`),
            askAlone(alone),
            `看一件：${type(say, '案卷 0007')}`,
          ),
    'file-ask': askText,
    'file-discretion': ({ facts, filingNo }, say) =>
      lines(
        staffHead('请先考虑裁量', facts, say),
        filingNo,
        '是不是首次违法、后果轻微并已改正？有没有从轻、减轻情节？',
        `请${reply(say)}${type(say, `裁量 ${typedNo(facts)} 首违不罚 理由`)}，或者把“首违不罚”换成从轻、减轻、一般、从重。`,
      ),
    'file-extension': extensionText,
    'file-documents': documentsText,
    'file-document': documentText,
    'file-told': toldText,
    'file-news': newsText,
    'file-due': dueText,
  },
  cards: {
    'file-discretion': ({ cardId, no, facts, filingNo }) => ({
      id: cardId,
      source: '案卷',
      red: false,
      title: '请先考虑裁量',
      desc: filingNo,
      body: `${facts.caseNo} 是不是首次违法、后果轻微并已改正？`,
      rows: [],
      buttons: CHOICES.map((choice) => ({
        key: `file-discretion:${no}:${DISCRETION_NAMES[choice]}`,
        text: DISCRETION_NAMES[choice],
      })),
    }),
    'file-extension': ({ cardId, no, facts, filingNo, days, document, basis, by }) => ({
      id: cardId,
      source: '案卷',
      red: false,
      title: `延长办案 ${days} 天`,
      desc: filingNo,
      body: `${facts.caseNo} ${basis ?? ''}`,
      rows: [
        { name: '批准文号', value: document },
        { name: '申请人', value: by ?? '' },
        { name: '事项', value: facts.item ?? '' },
      ],
      buttons: [
        { key: `file-extend-agree:${no}`, text: '同意' },
        { key: `file-show:${no}`, text: '看案卷' },
      ],
    }),
  },
  refusals: legalRefusals,
  help: LEGAL_HELP,
}
