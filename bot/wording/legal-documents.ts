import type { DocumentShown } from '../../domain/legal/said.ts'
import { DOCUMENT_NAMES } from '../../domain/legal/wording-document.ts'
import { lines, reply, staffHead, type } from './common.ts'
import { legalRefusals } from './legal-refusals.ts'
import { typedNo } from './names.ts'
import type { Body, Say } from './words.ts'

const nameOf = ({ document }: DocumentShown): string => DOCUMENT_NAMES[document][0]

/** 文书 n: each document, its number or what is lacking. */
export function documentsText({ facts, filingNo, items }: Body<'file-documents'>, say: Say): string {
  const line = (item: DocumentShown): string => `- ${nameOf(item)}：${standing(item, facts, say)}`
  return lines(
    staffHead('文书', facts, say),
    filingNo,
    ...items.map(line),
    `要哪一份${reply(say)}${type(say, `文书 ${typedNo(facts)} 告知书`)}，单独发给您：一份可以改，一份打印用。`,
  )
}

function standing({ how, docNo, blocked }: DocumentShown, facts: Body<'file-documents'>['facts'], say: Say): string {
  if (how === 'blocked' && blocked)
    return `还不能出。${legalRefusals[blocked.reason]({ no: typedNo(facts), facts, choices: blocked.choices, say })}`
  if (how === 'draft') return '可以先看草稿，还没有文号'
  if (how === 'kept') return `${docNo ?? ''}，已送达`
  return docNo === null ? '可以出' : `可以出，${docNo}`
}

const BLANKS = '印成横线和空着的地方，核对后手写补上；正式文书以盖章的纸质文件为准。'

/** It follows as two files. */
export function documentText({ facts, shown, alone }: Body<'file-document'>, say: Say): string {
  const { how, docNo } = shown
  return lines(
    staffHead(how === 'draft' ? `${nameOf(shown)}（草稿）` : nameOf(shown), facts, say),
    docNo,
    how === 'draft' && '没有文号，只供核对，不能送达。',
    how === 'kept' && '已经送达，发的是送达时存的那一份。',
    alone ? '已单独发给您：一份可以改，一份打印用。' : '随后发给您：一份可以改，一份打印用。',
    how !== 'kept' && BLANKS,
    how === 'final' && NEXT[shown.document]?.(typedNo(facts), say),
  )
}

/** What is done with it. */
const NEXT: Readonly<Partial<Record<DocumentShown['document'], (no: string, say: Say) => string>>> = {
  'penalty-notice': (no, say) => `送达后${reply(say)}${type(say, `告知 ${no} 送达日期`)}。`,
  'penalty-decision': (no, say) => `送达后${reply(say)}${type(say, `送达 ${no} 日期 方式`)}。`,
  'spot-decision': (no, say) => `当场交付后${reply(say)}${type(say, `送达 ${no} 当面`)}。`,
}
